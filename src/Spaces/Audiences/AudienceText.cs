using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>The words of who sees and why.</summary>
internal static class AudienceText
{
    public static readonly Text PartOfSpace = new(Fi: "Osa työtilasta", Sv: "Del av arbetsytan", En: "Part of a space");
    public static readonly Text MembersOfSpace = new(Fi: "Työtilan jäsenet", Sv: "Arbetsytans medlemmar", En: "Members of the space");
    public static readonly Text WhoSees = new(Fi: "Kuka tämän näkee", Sv: "Vem ser det här", En: "Who sees this");
    public static readonly Text Names = new(Fi: "Nimet", Sv: "Namn", En: "Names");
    public static readonly Text WhyI = new(Fi: "Miksi sinä näet tämän", Sv: "Varför du ser det här", En: "Why you see this");
    public static readonly Text Why = new(Fi: "Miksi", Sv: "Varför", En: "Why");
    public static readonly Text Day = new(Fi: "Päivä", Sv: "Dag", En: "Day");
    public static readonly Text Show = new(Fi: "Näytä", Sv: "Visa", En: "Show");
    public static readonly Text Staff = new(Fi: "Henkilöstöä", Sv: "Personal", En: "Staff");
    public static readonly Text Elected = new(Fi: "Luottamushenkilöitä", Sv: "Förtroendevalda", En: "Elected officials");
    public static readonly Text Pupils = new(Fi: "Oppilaita ja opiskelijoita", Sv: "Elever och studerande", En: "Pupils and students");
    public static readonly Text Partners = new(Fi: "Yhteistyökumppaneita", Sv: "Samarbetspartner", En: "Partners");
    public static readonly Text NotAny = new(Fi: "Tämä henkilö ei näe tätä.", Sv: "Den här personen ser inte det här.", En: "This person does not see this.");
    public static readonly Text IntoSpace = new(Fi: "Pääsy tilaan", Sv: "Åtkomst till arbetsytan", En: "Into the space");
    public static readonly Text IntoPart = new(Fi: "Kuuluu siihen osaan, jolle tämä näkyy", Sv: "Hör till den del som ser det här", En: "In the part that sees this");
    public static readonly Text Granted = new(Fi: "Tilanhoitaja on antanut oikeuden", Sv: "Den ansvariga har beviljat rätten", En: "Granted by a steward");
    public static readonly Text NamedInPart = new(Fi: "Valittu nimeltä", Sv: "Vald vid namn", En: "Chosen by name");
    public static readonly Text OpenToStaff = new(Fi: "Tila on avoin koko henkilöstölle", Sv: "Arbetsytan är öppen för hela personalen", En: "The space is open to all staff");
    public static readonly Text HeadsUnit = new(Fi: "Esihenkilön tehtävä tai sen hoitaminen toisen puolesta", Sv: "Uppgiften som chef, eller skötseln av den för en annan", En: "The duty of a head, or acting for one");
    public static readonly Text DeputiesAlways = new(Fi: "Tila ottaa varajäsenet mukaan aina", Sv: "Arbetsytan tar alltid med ersättarna", En: "The space always takes deputies in");
    public static readonly Text DeputiesStandingIn = new(
        Fi: "Varajäsenet ovat tässä tilassa vain sijaistaessaan. Tilanhoitaja lisää sijaistavan varajäsenen nimeltä siihen päivään asti, jona sijaistus päättyy.",
        Sv: "Ersättarna är med i den här arbetsytan bara när de ersätter någon. Den ansvariga lägger till en ersättare vid namn till den dag då ersättandet upphör.",
        En: "Deputies are in this space only while they stand in. A steward adds the deputy by name until the day on which the standing in ends.");
    public static readonly Text NoEnd = new(Fi: "toistaiseksi", Sv: "tills vidare", En: "until further notice");

    public static Text Unseen(int n) => Text.Count(n,
        one: new(Fi: "Lisäksi 1 henkilö, jonka nimeä et näe.", Sv: "Dessutom 1 person vars namn du inte ser.", En: "And 1 person whose name you do not see."),
        other: new(Fi: "Lisäksi {n} henkilöä, joiden nimiä et näe.", Sv: "Dessutom {n} personer vars namn du inte ser.", En: "And {n} people whose names you do not see."));

    public static Text HadAccess(int n, DateOnly day) => Text.Count(n,
        one: new(Fi: $"{Say.Day(day)}: 1 henkilöllä pääsy", Sv: $"{Say.Day(day)}: 1 person med åtkomst", En: $"{Say.Day(day)}: 1 person with access"),
        other: new(Fi: $"{Say.Day(day)}: {{n}} henkilöllä pääsy", Sv: $"{Say.Day(day)}: {{n}} personer med åtkomst", En: $"{Say.Day(day)}: {{n}} people with access"));

    public static Text Window(DateTime fromUtc, DateTime untilUtc) => new(
        Fi: $"{Say.Day(fromUtc)} – {End(untilUtc).Fi}", Sv: $"{Say.Day(fromUtc)} – {End(untilUtc).Sv}", En: $"{Say.Day(fromUtc)} – {End(untilUtc).En}");

    public static Text ByAssignment(GroupReason reason) => new(
        Fi: $"Tehtävä{In(reason)?.Fi}, lähde: {SourceName(reason.Source).Fi}",
        Sv: $"Uppgift{In(reason)?.Sv}, källa: {SourceName(reason.Source).Sv}",
        En: $"Duty{In(reason)?.En}, source: {SourceName(reason.Source).En}");

    public static Text InGroup(Text group) => new(Fi: $"Ryhmä {group.Fi}", Sv: $"Gruppen {group.Sv}", En: $"The group {group.En}");

    public static Text AsRole(SpaceRole role) => new(
        Fi: $"Rooli tilassa: {MemberText.Of(role).Fi}", Sv: $"Roll i arbetsytan: {MemberText.Of(role).Sv}", En: $"Role in the space: {MemberText.Of(role).En}");

    public static Text WhyDoes(string name) => new(Fi: $"Miksi {name} näkee tämän", Sv: $"Varför {name} ser det här", En: $"Why {name} sees this");

    private static Text End(DateTime untilUtc)
    {
        if (untilUtc >= Helsinki.Never) return NoEnd;
        var day = Say.Day(untilUtc.AddTicks(-1));
        return new(day, day, day);
    }

    private static Text? In(GroupReason reason) => reason.Place is { } place ? new Text($": {place.Fi}", $": {place.Sv}", $": {place.En}") : null;

    private static Text SourceName(Source? source) => source switch
    {
        Source.Supervisors => new(Fi: "esihenkilöt", Sv: "cheferna", En: "supervisors"),
        Source.Decisions => new(Fi: "päätöksentekopalvelut", Sv: "beslutsservice", En: "decision-making services"),
        Source.Sponsors => new(Fi: "kumppanin vastuuhenkilö", Sv: "partnerns ansvarsperson", En: "the partner's sponsor"),
        Source.Schools => new(Fi: "oppilastietojärjestelmä", Sv: "elevdatasystemet", En: "the pupil register"),
        Source.Operator => new(Fi: "ylläpito", Sv: "driften", En: "the operator"),
        Source.Scim or Source.Ldap => new(Fi: "kaupungin käyttäjähakemisto", Sv: "stadens användarkatalog", En: "the city directory"),
        null => new(Fi: "ei tiedossa", Sv: "okänd", En: "unknown"),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
