using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words about changes of school year.</summary>
public static class YearText
{
    public static readonly Text Title = new(Fi: "Lukuvuoden vaihto", Sv: "Läsårsbyte", En: "School-year change");
    public static readonly Text NotWhole = new(
        Fi: "Lukuvuoden vaihtoon tarvitaan koko aineisto. Muutostiedosto ei kerro, ketkä lähtevät.",
        Sv: "Ett läsårsbyte behöver hela materialet. En fil med ändringar säger inte vilka som slutar.",
        En: "A school-year change needs the whole of it. A file of changes does not say who leaves.");
    public static readonly Text WrongDay = new(
        Fi: "Vaihdon päivän on oltava aikaisintaan tänään ja enintään 180 päivän päässä.",
        Sv: "Bytets dag ska vara tidigast i dag och högst 180 dagar framåt.",
        En: "The day of the change must be today or later, and at most 180 days ahead.");
    public static readonly Text NotOfSchools = new(
        Fi: "Lukuvuosi vaihtuu vain koulujen tietolähteessä. Valitse jokin luettelon muodoista.",
        Sv: "Läsåret byts bara i skolornas uppgiftskälla. Välj ett av formaten i listan.",
        En: "Only the source of the schools has a school year. Choose one of the formats listed.");
    public static readonly Text NotWaiting = new(
        Fi: "Vaihto ei enää odota päätöstä.", Sv: "Bytet väntar inte längre på ett beslut.", En: "The change no longer waits for a decision.");
    public static readonly Text LaidOutAnew = new(
        Fi: "Suunnitelma on laskettu uudelleen sen jälkeen, kun katsoit sitä. Katso se läpi ja hyväksy sitten.",
        Sv: "Planen har räknats om sedan du tittade på den. Gå igenom den och godkänn sedan.",
        En: "The plan has been laid out anew since you looked at it. Look through it, and approve it then.");
    public static readonly Text SecondPerson = new(
        Fi: "Jarru on päällä, joten toisen henkilön on hyväksyttävä vaihto. Et voi hyväksyä itse lähettämääsi.",
        Sv: "Bromsen är på, så en annan person ska godkänna bytet. Du kan inte godkänna det du själv har skickat.",
        En: "The brake is on, so a second person must approve the change. You cannot approve what you sent yourself.");
    public static readonly Text NoReason = new(
        Fi: "Kirjoita perustelu. Se jää vaihdon tietoihin.", Sv: "Skriv en motivering. Den blir kvar i bytets uppgifter.", En: "Write a reason. It stays with the change.");
    public static readonly Text TooLate = new(
        Fi: "Vaihtoa ei voi enää perua.", Sv: "Bytet kan inte längre återkallas.", En: "The change can no longer be withdrawn.");

    public static Text Of(YearState state) => state switch
    {
        YearState.Reading => new(Fi: "Suunnitelmaa lasketaan", Sv: "Planen räknas ut", En: "Plan being laid out"),
        YearState.Refused => FeedText.Of(BatchState.Refused),
        YearState.Tried => FeedText.Of(BatchState.Tried),
        YearState.Waiting => FeedText.Of(BatchState.Waiting),
        YearState.Approved => new(Fi: "Hyväksytty, odottaa päiväänsä", Sv: "Godkänt, väntar på sin dag", En: "Approved, waits for its day"),
        YearState.Applying => FeedText.Of(BatchState.Applying),
        YearState.Applied => new(Fi: "Lukuvuosi vaihdettu", Sv: "Läsåret bytt", En: "School year changed"),
        YearState.Withdrawn => new(Fi: "Peruttu", Sv: "Återkallat", En: "Withdrawn"),
        YearState.Replaced => new(Fi: "Korvattu uudemmalla", Sv: "Ersatt av ett nyare", En: "Replaced by a newer one"),
        YearState.Lapsed => FeedText.Of(BatchState.Lapsed),
    };

    public static Text Of(YearMove move) => move switch
    {
        YearMove.Arrives => new(Fi: "Uudet oppilaat", Sv: "Nya elever", En: "New pupils"),
        YearMove.Leaves => new(Fi: "Lähtevät oppilaat", Sv: "Elever som slutar", En: "Pupils who leave"),
        YearMove.MovesSchool => new(Fi: "Vaihtavat koulua", Sv: "Byter skola", En: "Change school"),
        YearMove.MovesClass => new(Fi: "Vaihtavat luokkaa", Sv: "Byter klass", En: "Change class"),
        YearMove.MovesUp => new(Fi: "Siirtyvät luokkansa mukana", Sv: "Flyttas upp med sin klass", En: "Move up with their class"),
        YearMove.Groups => new(Fi: "Oppilaan opetusryhmät vaihtuvat", Sv: "Elevens undervisningsgrupper ändras", En: "Pupil's teaching groups change"),
        YearMove.StaffArrives => new(Fi: "Uusi henkilökunta", Sv: "Ny personal", En: "New staff"),
        YearMove.StaffLeaves => new(Fi: "Lähtevä henkilökunta", Sv: "Personal som slutar", En: "Staff who leave"),
        YearMove.StaffMoves => new(Fi: "Henkilökunta vaihtaa koulua", Sv: "Personal som byter skola", En: "Staff who change school"),
        YearMove.StaffGroups => new(Fi: "Opettajan ryhmät vaihtuvat", Sv: "Lärarens grupper ändras", En: "Teacher's groups change"),
        YearMove.Details => new(Fi: "Muita tietoja muuttuu", Sv: "Andra uppgifter ändras", En: "Other details change"),
        YearMove.Unclear => new(Fi: "Odottavat tunnistamista", Sv: "Väntar på identifiering", En: "Wait to be told whose they are"),
    };

    public static Text Of(GroupChange change) => change switch
    {
        GroupChange.New => new(Fi: "Uudet luokat ja ryhmät", Sv: "Nya klasser och grupper", En: "New classes and groups"),
        GroupChange.Renamed => new(Fi: "Saavat uuden nimen", Sv: "Får ett nytt namn", En: "Get a new name"),
        GroupChange.Ended => new(Fi: "Päättyvät luokat ja ryhmät", Sv: "Klasser och grupper som upphör", En: "Classes and groups that end"),
    };

    internal static Text One(GroupChange change) => change switch
    {
        GroupChange.New => new(Fi: "Uusi", Sv: "Ny", En: "New"),
        GroupChange.Renamed => new(Fi: "Uusi nimi", Sv: "Nytt namn", En: "New name"),
        GroupChange.Ended => new(Fi: "Päättyy", Sv: "Upphör", En: "Ends"),
    };

    internal static Text Of(GroupKind kind) => kind == GroupKind.Class
        ? new(Fi: "Luokka", Sv: "Klass", En: "Class")
        : new(Fi: "Opetusryhmä", Sv: "Undervisningsgrupp", En: "Teaching group");

    /// <summary>"Lukuvuoden vaihto 1.8.2027".</summary>
    internal static string On(DateOnly day) => $"{Title} {Say.Day(day)}";

    internal static Text WillBe(DateOnly day)
    {
        var on = Say.Day(day);
        return new(
            Fi: $"Vaihto tehdään itsestään {on}. Mitään ei muutu ennen sitä, ja suunnitelma lasketaan silloin uudelleen. Jatkavien pääsy ei katkea.",
            Sv: $"Bytet görs av sig självt {on}. Inget ändras före det, och planen räknas då om. Åtkomsten bryts inte för dem som fortsätter.",
            En: $"The change happens by itself on {on}. Nothing changes before that, and the plan is laid out anew then. Nobody who goes on loses access in between.");
    }

    internal static Text Gives(DateOnly day)
    {
        var on = Say.Day(day);
        return new(
            Fi: $"Vaihto päivälle {on} on jo hyväksytty. Jos hyväksyt tämän, tämä tulee sen tilalle.",
            Sv: $"Ett byte för {on} har redan godkänts. Om du godkänner det här ersätter det bytet.",
            En: $"A change for {on} has been approved already. If you approve this one, it takes its place.");
    }

    internal static readonly Text Drifted = new(
        Fi: "Suunnitelma on muuttunut hyväksymisen jälkeen liikaa, joten sitä ei otettu käyttöön",
        Sv: "Planen har ändrats för mycket sedan den godkändes och togs därför inte i bruk",
        En: "The plan has changed too much since it was approved, so it was not applied");

    internal static Text Drift(YearDrift drift) => new(
        Fi: $"Hyväksytyssä suunnitelmassa ei ollut: lähteviä {Say.Number(drift.Leaving, "fi")}, muita muutoksia {Say.Number(drift.Other, "fi")}, luokkia ja ryhmiä {Say.Number(drift.Groups, "fi")}. Kukaan ei ole menettänyt pääsyään.",
        Sv: $"I den godkända planen fanns inte: {Say.Number(drift.Leaving, "sv")} som slutar, {Say.Number(drift.Other, "sv")} andra ändringar, {Say.Number(drift.Groups, "sv")} klasser och grupper. Ingen har förlorat sin åtkomst.",
        En: $"Not in the approved plan: {Say.Number(drift.Leaving, "en")} who leave, {Say.Number(drift.Other, "en")} other changes, {Say.Number(drift.Groups, "en")} classes and groups. Nobody has lost access.");

    internal static readonly Text Lead = new(
        Fi: "Lähetä oppilastietojärjestelmän aineisto seuraavasta lukuvuodesta. Näet yhtenä suunnitelmana, mitä luokille ja ihmisille tapahtuu, ja hyväksyt sen päivälle.",
        Sv: "Skicka elevregistrets material om nästa läsår. Du ser i en plan vad som händer med klasser och människor, och godkänner den för en dag.",
        En: "Send what the school system says of the next school year. You see in one plan what happens to classes and people, and approve it for a day.");
    internal static readonly Text Changes = new(Fi: "Lukuvuoden vaihdot", Sv: "Läsårsbyten", En: "School-year changes");
    internal static readonly Text None = new(Fi: "Lukuvuoden vaihtoja ei ole vielä.", Sv: "Det finns inga läsårsbyten ännu.", En: "There are no school-year changes yet.");
    internal static readonly Text Send = new(Fi: "Lähetä seuraavan lukuvuoden aineisto", Sv: "Skicka nästa läsårs material", En: "Send the next school year");
    internal static readonly Text SendHow = new(
        Fi: "Mitään ei muutu ennen kuin joku hyväksyy suunnitelman ja sen päivä tulee. Tiedosto poistetaan heti, kun se on luettu; siitä säilytetään selosteen tiedot vaihtoon asti.",
        Sv: "Inget ändras innan någon godkänner planen och dess dag kommer. Filen raderas genast när den har lästs; uppgifterna enligt beskrivningen sparas fram till bytet.",
        En: "Nothing changes before somebody approves the plan and its day comes. The file is deleted as soon as it has been read; what the statement allows is kept until the change.");
    internal static readonly Text Day = new(Fi: "Vaihdon päivä", Sv: "Bytets dag", En: "Day of the change");
    internal static readonly Text DayHow = new(
        Fi: "Tyhjänä lukuvuoden alku tiedoston mukaan, muuten 1.8.", Sv: "Lämnas den tom gäller läsårets början enligt filen, annars 1.8.", En: "Left empty, the beginning of the school year as the file says, else 1 August.");
    internal static readonly Text DryRun = new(
        Fi: "Vain koeajo: näytä suunnitelma, älä säilytä sitä", Sv: "Bara provkörning: visa planen, spara den inte", En: "Dry run only: show the plan, do not keep it");
    internal static readonly Text Schools = new(Fi: "Kouluittain", Sv: "Per skola", En: "School by school");
    internal static readonly Text School = new(Fi: "Koulu", Sv: "Skola", En: "School");
    internal static readonly Text NoSchool = new(Fi: "Ei koulua", Sv: "Ingen skola", En: "No school");
    internal static readonly Text Away = new(Fi: "Muuttavat muuhun kouluun", Sv: "Flyttar till en annan skola", En: "Go to another school");
    internal static readonly Text Whole = new(Fi: "Koko suunnitelma", Sv: "Hela planen", En: "The whole plan");
    internal static readonly Text Classes = new(Fi: "Luokat ja ryhmät", Sv: "Klasser och grupper", En: "Classes and groups");
    internal static readonly Text Rows = new(Fi: "Rivit", Sv: "Rader", En: "Rows");
    internal static readonly Text NoRows = new(Fi: "Tässä ei ole rivejä.", Sv: "Här finns inga rader.", En: "There are no rows here.");
    internal static readonly Text Name = new(Fi: "Nimi", Sv: "Namn", En: "Name");
    internal static readonly Text Was = new(Fi: "Nimi ennen", Sv: "Namn före", En: "Name before");
    internal static readonly Text Kind = new(Fi: "Laji", Sv: "Slag", En: "Kind");
    internal static readonly Text Becomes = new(Fi: "Mitä tapahtuu", Sv: "Vad som händer", En: "What happens");
    internal static readonly Text Before = new(Fi: "Ennen", Sv: "Före", En: "Before");
    internal static readonly Text After = new(Fi: "Jälkeen", Sv: "Efter", En: "After");
    internal static readonly Text Unseen = new(Fi: "Vain hyväksymisen jälkeen tulleet", Sv: "Bara det som tillkommit efter godkännandet", En: "Only what came after the approval");
    internal static readonly Text Report = new(Fi: "Tietoerän raportti", Sv: "Databatchens rapport", En: "Report of the batch");
    internal static readonly Text Approve = new(Fi: "Hyväksy päivälle", Sv: "Godkänn för dagen", En: "Approve for the day");
    internal static readonly Text Rehearse = new(Fi: "Laske suunnitelma uudelleen", Sv: "Räkna om planen", En: "Lay the plan out anew");
    internal static readonly Text RehearseHow = new(
        Fi: "Harjoittelu ei muuta mitään. Sen voi toistaa niin monta kertaa kuin haluaa.",
        Sv: "Övningen ändrar inget. Den kan upprepas hur många gånger som helst.",
        En: "A rehearsal changes nothing. It may be repeated as often as one likes.");
    internal static readonly Text Withdraw = new(Fi: "Peru vaihto", Sv: "Återkalla bytet", En: "Withdraw the change");
    internal static readonly Text WithdrawHow = new(
        Fi: "Mitään ei muutu, ja se mitä aineisto sanoi ihmisistä poistetaan.", Sv: "Inget ändras, och det materialet sade om människor raderas.", En: "Nothing changes, and what was said of people is deleted.");
    internal static readonly Text ReasonHow = new(Fi: "Jää vaihdon tietoihin nimesi kanssa.", Sv: "Blir kvar i bytets uppgifter med ditt namn.", En: "Stays with the change, with your name.");
    internal static readonly Text Open = new(Fi: "Avaa lukuvuoden vaihdot", Sv: "Öppna läsårsbytena", En: "Open the school-year changes");

    internal static Text Lapses(DateOnly day)
    {
        var on = Say.Day(day.AddDays(YearChange.Patience));
        return new(Fi: $"Raukeaa, ellei kukaan päätä viimeistään {on}.", Sv: $"Förfaller om ingen beslutar senast {on}.", En: $"Lapses unless somebody decides by {on}.");
    }
}
