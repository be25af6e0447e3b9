using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of a person's timeline.</summary>
internal static class TimelineText
{
    /// <summary>What the timeline tells of the log, and in which words.</summary>
    private static readonly IReadOnlyDictionary<string, Text> Told = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["register.person.added"] = new(Fi: "Lisättiin rekisteriin", Sv: "Lades till i registret", En: "Added to the register"),
        ["register.joining.asked"] = new(Fi: "Ehdotettiin samaksi henkilöksi toisen kanssa", Sv: "Föreslogs vara samma person som en annan", En: "Proposed to be the same person as another"),
        ["register.joining.rejected"] = new(Fi: "Yhdistämis- tai erottamisehdotus hylättiin", Sv: "Förslaget att slå samman eller skilja åt avslogs", En: "Proposal to join or part was rejected"),
        ["register.person.joined"] = new(Fi: "Yhdistettiin toiseen henkilöön", Sv: "Slogs samman med en annan person", En: "Joined with another person"),
        ["register.parting.asked"] = new(Fi: "Erottamista ehdotettiin", Sv: "Åtskiljning föreslogs", En: "Parting was proposed"),
        ["register.person.parted"] = new(Fi: "Erotettiin toisesta henkilöstä", Sv: "Skildes från en annan person", En: "Parted from another person"),
        ["register.operator.added"] = new(Fi: "Lisättiin ylläpitäjäksi", Sv: "Lades till som operatör", En: "Added as operator"),
        ["register.assignment.begun"] = new(Fi: "Tehtävä kirjattiin", Sv: "Uppgiften antecknades", En: "Duty entered"),
        ["register.assignment.moved"] = new(Fi: "Tehtävän viimeinen päivä muuttui", Sv: "Uppgiftens sista dag ändrades", En: "Last day of the duty moved"),
        ["register.assignment.ended"] = new(Fi: "Tehtävä päätettiin", Sv: "Uppgiften avslutades", En: "Duty ended"),
        ["register.extension.proposed"] = new(Fi: "Jatkoa ehdotettiin", Sv: "Förlängning föreslogs", En: "Proposed to go on"),
        ["register.extension.done"] = new(Fi: "Jatko hyväksyttiin", Sv: "Förlängningen godkändes", En: "Accepted to go on"),
        ["register.extension.declined"] = new(Fi: "Jatko hylättiin", Sv: "Förlängningen avslogs", En: "Declined to go on"),
        ["register.authority.granted"] = new(Fi: "Valtuus myönnettiin", Sv: "Befogenhet beviljades", En: "Authority granted"),
        ["register.authority.ended"] = new(Fi: "Valtuus päätettiin", Sv: "Befogenhet avslutades", En: "Authority ended"),
        ["access.account.made"] = new(Fi: "Käyttäjätili tehtiin", Sv: "Användarkontot skapades", En: "Account made"),
        ["access.account.cut"] = new(Fi: "Kirjautuminen katkaistiin", Sv: "Inloggningen stängdes av", En: "Sign-in cut"),
        ["access.account.restored"] = new(Fi: "Kirjautuminen palautettiin", Sv: "Inloggningen återställdes", En: "Sign-in restored"),
        ["access.account.ended"] = new(Fi: "Käyttäjätili poistettiin", Sv: "Användarkontot togs bort", En: "Account gone"),
        ["privacy.hold.placed"] = new(Fi: "Säilytysvelvoite asetettiin", Sv: "Bevarandeplikt infördes", En: "Legal hold placed"),
        ["privacy.hold.confirmed"] = new(Fi: "Säilytysvelvoite vahvistettiin", Sv: "Bevarandeplikten bekräftades", En: "Legal hold confirmed"),
        ["privacy.hold.ended"] = new(Fi: "Säilytysvelvoite päätettiin", Sv: "Bevarandeplikten avslutades", En: "Legal hold ended"),
    };

    public static readonly IReadOnlyList<string> Deeds = [.. Told.Keys];

    public static readonly Text Back = new(Fi: "Rekisteröidyt", Sv: "Registrerade", En: "Data subjects");
    public static readonly Text Lead = new(
        Fi: "Miksi henkilö on rekisterissä, mistä tiedot ovat ja milloin ne poistuvat. Sisältöä täällä ei näy. Tästä katselusta jäi lokimerkintä.",
        Sv: "Varför personen finns i registret, varifrån uppgifterna kommer och när de raderas. Inget innehåll visas. Den här visningen antecknades i loggen.",
        En: "Why the person is in the register, where the data is from and when it goes. No content is shown. This view was noted in the log.");
    public static readonly Text Standing = new(Fi: "Tilanne", Sv: "Läget", En: "Where things stand");
    public static readonly Text Registers = new(Fi: "Rekisteri", Sv: "Register", En: "Register");
    public static readonly Text Added = new(Fi: "Lisätty rekisteriin", Sv: "Tillagd i registret", En: "Added to the register");
    public static readonly Text Account = new(Fi: "Käyttäjätili", Sv: "Användarkonto", En: "Account");
    public static readonly Text NoAccount = new(Fi: "Tiliä ei ole.", Sv: "Det finns inget konto.", En: "There is no account.");
    public static readonly Text Duties = new(Fi: "Tehtävät", Sv: "Uppgifter", En: "Duties");
    public static readonly Text NoDuties = new(Fi: "Tehtäviä ei ole.", Sv: "Det finns inga uppgifter.", En: "There are no duties.");
    public static readonly Text Time = new(Fi: "Aika", Sv: "Tid", En: "Time");
    public static readonly Text Source = new(Fi: "Lähde", Sv: "Källa", En: "Source");
    public static readonly Text Sponsor = new(Fi: "Vastuuhenkilö", Sv: "Ansvarsperson", En: "Sponsor");
    public static readonly Text AnswersFor = new(Fi: "Vastaa kumppaneista", Sv: "Ansvarar för partner", En: "Answers for partners");
    public static readonly Text Powers = new(Fi: "Valtuudet", Sv: "Befogenheter", En: "Authorities");
    public static readonly Text Extensions = new(Fi: "Jatkoehdotukset", Sv: "Förslag till förlängning", En: "Proposals to go on");
    public static readonly Text Records = new(Fi: "Lähteiden tietueet", Sv: "Källornas poster", En: "Source records");
    public static readonly Text NoRecords = new(Fi: "Mikään lähde ei ole ilmoittanut henkilöstä.", Sv: "Ingen källa har meddelat om personen.", En: "No source has told of the person.");
    public static readonly Text Origins = new(Fi: "Tietojen alkuperä", Sv: "Uppgifternas ursprung", En: "Origins of the details");
    public static readonly Text NoOrigins = new(Fi: "Alkuperää ei ole kirjattu.", Sv: "Inget ursprung har antecknats.", En: "No origin is on record.");
    public static readonly Text Field = new(Fi: "Tieto", Sv: "Uppgift", En: "Detail");
    public static readonly Text Received = new(Fi: "Saatu", Sv: "Mottagen", En: "Received");
    public static readonly Text Holds = new(Fi: "Säilytysvelvoitteet", Sv: "Bevarandeplikter", En: "Legal holds");
    public static readonly Text Events = new(Fi: "Tapahtumat", Sv: "Händelser", En: "Events");
    public static readonly Text NoEvents = new(Fi: "Lokissa ei ole tapahtumia.", Sv: "Loggen har inga händelser.", En: "The log has no events.");
    public static readonly Text ByHouse = new(Fi: "talo itse tai lähde", Sv: "huset självt eller en källa", En: "the house itself or a source");

    public static Text Of(string deed) => Told[deed];

    /// <summary>Whether it was about the person as a whole, and not about one assignment or authority.</summary>
    public static bool IsOfPerson(string deed) => !deed.StartsWith("register.assignment.", StringComparison.Ordinal)
        && !deed.StartsWith("register.extension.", StringComparison.Ordinal) && !deed.StartsWith("register.authority.", StringComparison.Ordinal);

    public static Text Of(AssignmentKind kind) => kind switch
    {
        AssignmentKind.Regular => new(Fi: "vakinainen", Sv: "ordinarie", En: "regular"),
        AssignmentKind.Substitute => new(Fi: "sijainen", Sv: "vikarie", En: "substitute"),
        AssignmentKind.Deputy => new(Fi: "varajäsen", Sv: "ersättare", En: "deputy member"),
    };

    public static Text Of(RecordState state) => state switch
    {
        RecordState.Live => new(Fi: "lähteessä", Sv: "finns i källan", En: "in the source"),
        RecordState.Ended => new(Fi: "lähde on luopunut", Sv: "källan har släppt posten", En: "the source has let go"),
    };

    public static Text Of(ExtensionState state) => state switch
    {
        ExtensionState.Proposed => new(Fi: "odottaa", Sv: "väntar", En: "waits"),
        ExtensionState.Done => new(Fi: "hyväksytty", Sv: "godkänt", En: "accepted"),
        ExtensionState.Declined => new(Fi: "hylätty", Sv: "avslaget", En: "declined"),
        ExtensionState.Withdrawn => new(Fi: "peruttu", Sv: "tillbakadraget", En: "withdrawn"),
    };

    public static Text Made(DateTime at) => new(Fi: $"Tehty {Say.Day(at)}", Sv: $"Skapat {Say.Day(at)}", En: $"Made on {Say.Day(at)}");

    public static Text Cut(DateTime at) => new(
        Fi: $"Kirjautuminen katkaistu {Say.Day(at)}", Sv: $"Inloggningen avstängd {Say.Day(at)}", En: $"Sign-in cut on {Say.Day(at)}");

    public static Text Until(DateOnly day) => new(Fi: $"{Say.Day(day)} asti", Sv: $"till och med {Say.Day(day)}", En: $"until {Say.Day(day)}");
}
