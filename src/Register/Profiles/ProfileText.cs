using Tupa.Kernel;

namespace Tupa.Register;

internal static class ProfileText
{
    public static readonly Text Back = new(Fi: "Ihmiset", Sv: "Personer", En: "People");
    public static readonly Text Values = new(Fi: "Tiedot ja mistä ne tulivat", Sv: "Uppgifter och var de kommer ifrån", En: "Details and where they came from");
    public static readonly Text Field = new(Fi: "Tieto", Sv: "Uppgift", En: "Detail");
    public static readonly Text Value = new(Fi: "Arvo", Sv: "Värde", En: "Value");
    public static readonly Text SourceAndDay = new(Fi: "Lähde ja päivä", Sv: "Källa och dag", En: "Source and day");
    public static readonly Text SeenBy = new(Fi: "Kuka näkee", Sv: "Vem ser", En: "Who sees it");
    public static readonly Text Until = new(Fi: "Mihin asti", Sv: "Hur länge", En: "Until when");
    public static readonly Text Derived = new(Fi: "Tehtävistä pääteltynä", Sv: "Härledd ur uppgifterna", En: "Derived from duties");
    public static readonly Text NoBatch = new(Fi: "Annettu tehtävän alkaessa", Sv: "Given när uppgiften började", En: "Given when the duty began");
    public static readonly Text RegisterA = new(Fi: "Työ ja luottamustoimet", Sv: "Arbete och förtroendeuppdrag", En: "Work and positions of trust");
    public static readonly Text RegisterB = new(Fi: "Koulu", Sv: "Skolan", En: "School");
    public static readonly Text Duties = new(Fi: "Tehtävät", Sv: "Uppgifter", En: "Duties");
    public static readonly Text NoDuty = new(Fi: "Tehtävä", Sv: "Uppgift", En: "Duty");
    public static readonly Text InForce = new(Fi: "Voimassa", Sv: "I kraft", En: "In force");
    public static readonly Text ToCome = new(Fi: "Tulossa", Sv: "Kommande", En: "To come");
    public static readonly Text Common = new(Fi: "Yhteistä", Sv: "Gemensamt", En: "In common");
    public static readonly Text CommonGroups = new(Fi: "Yhteiset ryhmät", Sv: "Gemensamma grupper", En: "Groups in common");
    public static readonly Text Mail = new(Fi: "Sähköposti", Sv: "E-post", En: "E-mail");
    public static readonly Text Call = new(Fi: "Soita", Sv: "Ring", En: "Call");
    public static readonly Text OpenMine = new(Fi: "Omat tietosi", Sv: "Dina uppgifter", En: "Your own data");
    public static readonly Text Powers = new(Fi: "Valtuudet", Sv: "Befogenheter", En: "Authorities");
    public static readonly Text Wrong = new(Fi: "Virhe tiedoissa?", Sv: "Fel i uppgifterna?", En: "Is something wrong?");
    public static readonly Text WrongHow = new(
        Fi: "Tieto korjataan rekisterissä, josta se tulee. Kerro siitä lähteen hoitajalle: lähde on jokaisen tiedon vieressä.",
        Sv: "Uppgiften rättas i det register som den kommer från. Kontakta den som sköter källan: källan står bredvid varje uppgift.",
        En: "A detail is corrected in the register it comes from. Tell the steward of the source: it stands beside each detail.");

    public static readonly Text WhyOwn = new(Fi: "Tämä olet sinä. Näin sinut nähdään.", Sv: "Det här är du. Så här ses du.", En: "This is you, as others see you.");
    public static readonly Text WhyStaff = new(
        Fi: "Näet nämä, koska kuulut henkilöstöön.", Sv: "Du ser de här uppgifterna eftersom du hör till personalen.", En: "You see these because you are a member of staff.");
    public static readonly Text WhySpace = new(
        Fi: "Näet nämä, koska teillä on yhteinen työtila.", Sv: "Du ser de här uppgifterna eftersom ni har en gemensam arbetsyta.", En: "You see these because you share a space.");
    public static readonly Text WhyHouse = new(Fi: "Talo itse näkee tämän.", Sv: "Huset självt ser det här.", En: "The house itself sees this.");

    public static Text WhyGroup(string groups) => new(
        Fi: $"Näet nämä, koska teillä on yhteinen ryhmä: {groups}.",
        Sv: $"Du ser de här uppgifterna eftersom ni har en gemensam grupp: {groups}.",
        En: $"You see these because you share a group: {groups}.");

    public static Text From(DateOnly first, DateOnly? last) => last is { } until
        ? new(Fi: $"{Say.Day(first)}–{Say.Day(until)}", Sv: $"{Say.Day(first)}–{Say.Day(until)}", En: $"{Say.Day(first)}–{Say.Day(until)}")
        : new(Fi: $"{Say.Day(first)} alkaen, toistaiseksi", Sv: $"från {Say.Day(first)}, tills vidare", En: $"from {Say.Day(first)}, until further notice");

    public static Text StandsInFor(AssignmentKind kind) => kind == AssignmentKind.Deputy
        ? new(Fi: "Varalla:", Sv: "Ersättare för:", En: "Deputy for:")
        : new(Fi: "Sijaistaa:", Sv: "Vikarierar för:", En: "Stands in for:");

    public static readonly Text Substitute = new(Fi: "Sijainen:", Sv: "Vikarie:", En: "Substitute:");

    /// <summary>Which of the two registers, for one who stands in both.</summary>
    public static Text Of(Card card) => card == Card.A ? RegisterA : RegisterB;
}
