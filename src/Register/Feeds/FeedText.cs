using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words about deliveries of the sources.</summary>
public static class FeedText
{
    public static readonly Text UnknownFormat = new(
        Fi: "Tätä muotoa ei tunneta. Valitse jokin luettelon muodoista.", Sv: "Formatet är okänt. Välj ett av formaten i listan.", En: "This format is not known. Choose one of those listed.");
    public static readonly Text Blocked = new(
        Fi: "Tiedostoa ei voitu todeta turvalliseksi, joten sitä ei luettu.", Sv: "Filen kunde inte konstateras vara säker och lästes därför inte.", En: "The file could not be found to be safe, so it was not read.");
    public static readonly Text FileGone = new(
        Fi: "Tiedosto ei ole enää tallessa. Lähetä se uudelleen.", Sv: "Filen finns inte kvar. Skicka den på nytt.", En: "The file is no longer here. Send it again.");
    public static readonly Text NotWaiting = new(
        Fi: "Erä ei enää odota päätöstä.", Sv: "Partiet väntar inte längre på ett beslut.", En: "The batch no longer waits for a decision.");
    public static readonly Text SecondPerson = new(
        Fi: "Jarru on päällä, joten toisen henkilön on hyväksyttävä erä. Et voi hyväksyä itse lähettämääsi.",
        Sv: "Bromsen är på, så en annan person ska godkänna partiet. Du kan inte godkänna det du själv har skickat.",
        En: "The brake is on, so a second person must approve the batch. You cannot approve what you sent yourself.");
    public static readonly Text NoReason = new(
        Fi: "Kirjoita perustelu. Se jää erän raporttiin.", Sv: "Skriv en motivering. Den blir kvar i partiets rapport.", En: "Write a reason. It stays in the report of the batch.");
    public static readonly Text ScannerDown = new(
        Fi: "Haittaohjelmien tarkistus ei vastaa. Tiedosto luetaan, kun se palaa.",
        Sv: "Kontrollen av skadliga program svarar inte. Filen läses när den är tillbaka.",
        En: "Malware scanning does not answer. The file is read when it is back.");

    public static Text UnknownUnit(string name, string? code)
    {
        var called = code is null ? name : $"{name} ({code})";
        return new(
            Fi: $"Yksikköä {called} ei ole rekisterissä. Sen tehtäviä ei aloiteta eikä päätetä.",
            Sv: $"Enheten {called} finns inte i registret. Dess uppgifter varken börjar eller avslutas.",
            En: $"The unit {called} is not in the register. Its duties are neither begun nor ended.");
    }

    internal static Text LeftOut(int n) => Text.Count(n,
        one: new(Fi: "Yksi henkilö jäi pois: mikään tehtävä tai koulu ei ole rekisterin tuntema.", Sv: "En person lämnades utanför: ingen uppgift eller skola är känd i registret.", En: "One person was left out: no duty or school of theirs is known to the register."),
        other: new(Fi: "{n} henkilöä jäi pois: mikään tehtävä tai koulu ei ole rekisterin tuntema.", Sv: "{n} personer lämnades utanför: ingen uppgift eller skola är känd i registret.", En: "{n} people were left out: no duty or school of theirs is known to the register."));

    internal static Text HeardInPart(int n) => Text.Count(n,
        one: new(Fi: "Yhden henkilön tiedoista osaa ei voitu sijoittaa. Ne luetaan uudelleen seuraavasta erästä.", Sv: "En del av en persons uppgifter kunde inte placeras. De läses på nytt ur nästa parti.", En: "Something about one person could not be placed. It is read again from the next batch."),
        other: new(Fi: "{n} henkilön tiedoista osaa ei voitu sijoittaa. Ne luetaan uudelleen seuraavasta erästä.", Sv: "En del av {n} personers uppgifter kunde inte placeras. De läses på nytt ur nästa parti.", En: "Something about {n} people could not be placed. It is read again from the next batch."));

    public static Text Of(BatchState state) => state switch
    {
        BatchState.Received => new(Fi: "Luetaan", Sv: "Läses", En: "Being read"),
        BatchState.Refused => new(Fi: "Hylätty virheiden vuoksi", Sv: "Avvisat på grund av fel", En: "Refused because of errors"),
        BatchState.Tried => new(Fi: "Koeajo, mitään ei muutettu", Sv: "Provkörning, inget ändrades", En: "Dry run, nothing was changed"),
        BatchState.Waiting => new(Fi: "Odottaa hyväksyntää", Sv: "Väntar på godkännande", En: "Waits for approval"),
        BatchState.Applying => new(Fi: "Otetaan käyttöön", Sv: "Tas i bruk", En: "Being applied"),
        BatchState.Applied => new(Fi: "Käytössä", Sv: "I bruk", En: "Applied"),
        BatchState.Rejected => new(Fi: "Palautettu lähteelle", Sv: "Återsänt till källan", En: "Sent back to the source"),
        BatchState.Lapsed => new(Fi: "Rauennut", Sv: "Förfallet", En: "Lapsed"),
    };

    public static Text Brake(BrakeCause cause, int live, int ending)
    {
        var (percent, n) = (live == 0 ? 100d : 100d * ending / live, ending);
        return cause switch
        {
            BrakeCause.Ends => new(
                Fi: $"{Say.Number(n, "fi")} päättymistä on {percent.ToString("0.0", Language.Culture("fi"))} %. Raja on {FeedBrake.MostEnding} %, joten toisen henkilön hyväksyntä tarvitaan.",
                Sv: $"{Say.Number(n, "sv")} som upphör är {percent.ToString("0.0", Language.Culture("sv"))} %. Gränsen är {FeedBrake.MostEnding} %, så en annan person behöver godkänna.",
                En: $"{Say.Number(n, "en")} ends are {percent.ToString("0.0", Language.Culture("en"))} %. The limit is {FeedBrake.MostEnding} %, so a second person must approve."),
            BrakeCause.Size => new(
                Fi: "Tiedosto on alle puolet edellisestä, joten toisen henkilön hyväksyntä tarvitaan.",
                Sv: "Filen är mindre än hälften av den förra, så en annan person behöver godkänna.",
                En: "The file is under half of the last one, so a second person must approve."),
            BrakeCause.None => throw new ArgumentOutOfRangeException(nameof(cause), cause, "What is not braked has no reason"),
        };
    }

    public static readonly Text NobodyOut = new(
        Fi: "Kukaan ei ole menettänyt pääsyään.", Sv: "Ingen har förlorat sin åtkomst.", En: "Nobody has lost access.");

    /// <summary>What a line of a report counts, behind its number.</summary>
    public static Text OfCount(string what, int n) => what switch
    {
        Counted.People => Text.Count(n, one: new(Fi: "henkilö erässä", Sv: "person i partiet", En: "person in the batch"), other: new(Fi: "henkilöä erässä", Sv: "personer i partiet", En: "people in the batch")),
        Counted.New => Text.Count(n, one: new(Fi: "uusi", Sv: "ny", En: "new"), other: new(Fi: "uutta", Sv: "nya", En: "new")),
        Counted.Returns => new(Fi: "palaa", Sv: "återvänder", En: "return"),
        Counted.Changed => new(Fi: "muuttuu", Sv: "ändras", En: "change"),
        Counted.Ends => new(Fi: "päättyy", Sv: "upphör", En: "end"),
        Counted.Unclear => new(Fi: "odottaa tunnistamista", Sv: "väntar på identifiering", En: "wait to be told whose they are"),
        Counted.Unchanged => new(Fi: "pysyy ennallaan", Sv: "förblir oförändrade", En: "stay as they are"),
        Counted.Left => new(Fi: "jää pois", Sv: "lämnas utanför", En: "left out"),
        Counted.Newer => new(Fi: "pysyy, koska lähde on sanonut jotain uudempaa", Sv: "förblir, eftersom källan har sagt något nyare", En: "stay, because the source has said something newer"),
        Counted.NewGroups => Text.Count(n, one: new(Fi: "uusi ryhmä", Sv: "ny grupp", En: "new group"), other: new(Fi: "uutta ryhmää", Sv: "nya grupper", En: "new groups")),
        Counted.RenamedGroups => Text.Count(n, one: new(Fi: "ryhmä saa uuden nimen", Sv: "grupp får ett nytt namn", En: "group renamed"), other: new(Fi: "ryhmää saa uuden nimen", Sv: "grupper får ett nytt namn", En: "groups renamed")),
        Counted.EndedGroups => Text.Count(n, one: new(Fi: "ryhmää ei enää mainita", Sv: "grupp nämns inte längre", En: "group no longer named"), other: new(Fi: "ryhmää ei enää mainita", Sv: "grupper nämns inte längre", En: "groups no longer named")),
        Counted.Errors => Text.Count(n, one: new(Fi: "virhe", Sv: "fel", En: "error"), other: new(Fi: "virhettä", Sv: "fel", En: "errors")),
        Counted.Dropped => Text.Count(n, one: new(Fi: "hylätty kenttä", Sv: "förkastat fält", En: "dropped field"), other: new(Fi: "hylättyä kenttää", Sv: "förkastade fält", En: "dropped fields")),
        _ when what.StartsWith(Counted.Field, StringComparison.Ordinal) => OfField(what[Counted.Field.Length..]),
        _ => new(Fi: what, Sv: what, En: what),
    };

    public static Text OfField(string field) => field switch
    {
        "begins" => new(Fi: "Tehtävä alkaa", Sv: "Uppgift börjar", En: "Duty begins"),
        "ends" => new(Fi: "Tehtävä päättyy", Sv: "Uppgift upphör", En: "Duty ends"),
        "last_day" => new(Fi: "Viimeinen päivä", Sv: "Sista dag", En: "Last day"),
        "groups" => new(Fi: "Luokat ja opetusryhmät", Sv: "Klasser och undervisningsgrupper", En: "Classes and teaching groups"),
        _ => CardColumns.Label(field),
    };

    public static Text Of(StagedKind kind) => kind switch
    {
        StagedKind.New => new(Fi: "Uudet", Sv: "Nya", En: "New"),
        StagedKind.Returns => new(Fi: "Palaavat", Sv: "Återvänder", En: "Returning"),
        StagedKind.Changed => new(Fi: "Muuttuvat", Sv: "Ändras", En: "Changing"),
        StagedKind.Ends => new(Fi: "Päättyvät", Sv: "Upphör", En: "Ending"),
        StagedKind.Unclear => new(Fi: "Tunnistettavat", Sv: "Att identifiera", En: "To be told apart"),
        StagedKind.Heard => new(Fi: "Ei muutosta täällä", Sv: "Ingen ändring här", En: "No change here"),
    };

    public static Text Of(FeedNoteKind kind) => kind switch
    {
        FeedNoteKind.Error => new(Fi: "Virheet", Sv: "Fel", En: "Errors"),
        FeedNoteKind.Dropped => new(Fi: "Hylätyt kentät", Sv: "Förkastade fält", En: "Dropped fields"),
        FeedNoteKind.Remark => new(Fi: "Huomattavaa", Sv: "Att märka", En: "Remarks"),
    };

    /// <summary>"users.csv, rivi 12, sarake email".</summary>
    public static string Place(string? file, int? line, string? column) => string.Join(", ", new[]
    {
        file,
        line is { } at ? new Text(Fi: $"rivi {at}", Sv: $"rad {at}", En: $"line {at}").ToString() : null,
        column is null ? null : new Text(Fi: $"sarake {column}", Sv: $"kolumn {column}", En: $"column {column}").ToString(),
    }.OfType<string>());

    internal static readonly Text DroppedHow = new(
        Fi: "Seloste ei salli näitä. Ne ohitettiin lukematta; arvoja ei tallennettu eikä näytetä.",
        Sv: "Beskrivningen tillåter inte dessa. De förbigicks olästa; värdena sparades inte och visas inte.",
        En: "The statement does not allow these. They were passed by unread; no value was stored or is shown.");
    internal static readonly Text Sources = new(Fi: "Tietolähteet", Sv: "Uppgiftskällor", En: "Sources");
    internal static readonly Text SourcesLead = new(
        Fi: "Mistä rekisterin tiedot tulevat, milloin viimeksi ja mitä odottaa päätöstä.",
        Sv: "Varifrån registrets uppgifter kommer, när senast och vad som väntar på beslut.",
        En: "Where the register's data comes from, when it last did, and what waits for a decision.");
    internal static readonly Text Register = new(Fi: "Rekisteri", Sv: "Registret", En: "The register");
    internal static readonly Text NoBatch = new(Fi: "Ei tietoeriä vielä.", Sv: "Inga databatcher ännu.", En: "No batches yet.");
    internal static readonly Text Batches = new(Fi: "Tietoerät", Sv: "Databatcher", En: "Batches");
    internal static readonly Text Batch = new(Fi: "Tietoerä", Sv: "Databatch", En: "Batch");
    internal static readonly Text Feed = new(Fi: "Syöte", Sv: "Flöde", En: "Feed");
    internal static readonly Text State = new(Fi: "Tila", Sv: "Läge", En: "State");
    internal static readonly Text When = new(Fi: "Saapunut", Sv: "Mottaget", En: "Received");
    internal static readonly Text Live = new(Fi: "Henkilöitä nyt", Sv: "Personer nu", En: "People now");
    internal static readonly Text Changes = new(Fi: "Muutoksia", Sv: "Ändringar", En: "Changes");
    internal static readonly Text ByHand = new(Fi: "Sivuilla ilmoitetut", Sv: "Anmälda på sidorna", En: "Told on the pages");
    internal static Text ChangesOf(int n) => Text.Count(n, one: new(Fi: "1 muutos", Sv: "1 ändring", En: "1 change"), other: new(Fi: "{n} muutosta", Sv: "{n} ändringar", En: "{n} changes"));
    internal static readonly Text Waits = new(Fi: "Odottaa", Sv: "Väntar", En: "Waits");
    internal static readonly Text Send = new(Fi: "Lähetä tiedosto", Sv: "Skicka en fil", En: "Send a file");
    internal static readonly Text SendHow = new(
        Fi: "Mitään ei muutu ennen kuin joku on nähnyt, mitä muuttuisi. Tiedosto poistetaan heti, kun se on luettu.",
        Sv: "Inget ändras innan någon har sett vad som skulle ändras. Filen raderas genast när den har lästs.",
        En: "Nothing changes before somebody has seen what would. The file is deleted as soon as it has been read.");
    internal static readonly Text File = new(Fi: "Tiedosto", Sv: "Fil", En: "File");
    internal static readonly Text Format = new(Fi: "Muoto", Sv: "Format", En: "Format");
    internal static readonly Text ShowPreview = new(Fi: "Näytä ensin, miten tiedosto luetaan", Sv: "Visa först hur filen läses", En: "First show how the file is read");
    internal static readonly Text NoPreview = new(
        Fi: "Esikatselu on vain CSV-tiedostoille, jotka luetaan lukuprofiililla. Tee muille koeajo.",
        Sv: "Förhandsvisning finns bara för CSV-filer som läses med en läsprofil. Gör en provkörning av andra.",
        En: "A preview is there for CSV files read through a mapping profile only. Do a dry run of others.");
    internal static readonly Text NotScanned = new(
        Fi: "Haittaohjelmien tarkistus ei juuri nyt vastaa. Yritä hetken kuluttua uudelleen.", Sv: "Kontrollen av skadlig kod svarar inte just nu. Försök på nytt om en stund.", En: "The malware scanner does not answer just now. Try again in a while.");
    internal static readonly Text PreviewTitle = new(Fi: "Miten tiedosto luetaan", Sv: "Hur filen läses", En: "How the file is read");
    internal static readonly Text PreviewLead = new(
        Fi: "Ensimmäiset rivit sellaisina kuin ne ymmärrettäisiin. Tiedosto on jo poistettu, eikä mitään tallennettu.",
        Sv: "De första raderna så som de skulle förstås. Filen har redan raderats, och inget har sparats.",
        En: "The first rows as they would be understood. The file has been deleted already, and nothing was stored.");
    internal static readonly Text PreviewNotes = new(Fi: "Huomiot", Sv: "Anmärkningar", En: "Notes");
    internal static readonly Text PreviewRows = new(Fi: "Ensimmäiset rivit", Sv: "De första raderna", En: "The first rows");
    internal static readonly Text NotRead = new(Fi: "Ei lueta", Sv: "Läses inte", En: "Not read");
    internal static readonly Text RowLeftOut = new(Fi: "jätetään pois", Sv: "lämnas bort", En: "left out");
    internal static readonly Text LineHead = new(Fi: "Rivi", Sv: "Rad", En: "Line");

    internal static Text Line(int line) => new(Fi: $"rivi {line}", Sv: $"rad {line}", En: $"line {line}");

    internal static readonly Text DryRun = new(Fi: "Vain koeajo: näytä, mitä muuttuisi", Sv: "Bara provkörning: visa vad som skulle ändras", En: "Dry run only: show what would change");
    internal static readonly Text NoFile = new(Fi: "Valitse tiedosto.", Sv: "Välj en fil.", En: "Choose a file.");
    internal static readonly Text WhatChanges = new(Fi: "Mitä muuttuisi", Sv: "Vad som skulle ändras", En: "What would change");
    internal static readonly Text WhatChanged = new(Fi: "Mitä muuttui", Sv: "Vad som ändrades", En: "What changed");
    internal static readonly Text ByField = new(Fi: "Muutokset tiedoittain", Sv: "Ändringar per uppgift", En: "Changes by field");
    internal static readonly Text Rows = new(Fi: "Henkilöt", Sv: "Personer", En: "People");
    internal static readonly Text More = new(Fi: "Näytä lisää", Sv: "Visa fler", En: "Show more");
    internal static readonly Text Person = new(Fi: "Henkilö", Sv: "Person", En: "Person");
    internal static readonly Text KeyInSource = new(Fi: "Tunniste lähteessä", Sv: "Identifierare i källan", En: "Key in the source");
    internal static readonly Text Fields = new(Fi: "Tiedot", Sv: "Uppgifter", En: "Fields");
    internal static readonly Text Decision = new(Fi: "Päätöksesi", Sv: "Ditt beslut", En: "Your decision");
    internal static readonly Text Approve = new(Fi: "Ota käyttöön", Sv: "Ta i bruk", En: "Apply");
    internal static readonly Text Reject = new(Fi: "Palauta lähteelle", Sv: "Återsänd till källan", En: "Send back");
    internal static readonly Text Reason = new(Fi: "Perustelu", Sv: "Motivering", En: "Reason");
    internal static readonly Text ReasonHow = new(Fi: "Jää erän raporttiin nimesi kanssa.", Sv: "Blir kvar i partiets rapport med ditt namn.", En: "Stays in the report of the batch with your name.");
    internal static readonly Text BrakeOn = new(Fi: "Jarru päällä", Sv: "Bromsen på", En: "Brake on");
    internal static readonly Text BrakeLabel = new(Fi: "Jarru", Sv: "Broms", En: "Brake");
    internal static readonly Text Reload = new(Fi: "Päivitä sivu", Sv: "Uppdatera sidan", En: "Reload");
    internal static readonly Text OnItsWay = new(
        Fi: "Työ jatkuu taustalla, vaikka suljet sivun.", Sv: "Arbetet fortsätter i bakgrunden även om du stänger sidan.", En: "The work goes on even if you close the page.");
    internal static readonly Text Ranks = new(Fi: "Ketä kuullaan ensin", Sv: "Vem som hörs först", En: "Who is heard first");
    internal static readonly Text RanksHow = new(
        Fi: "Kun lähteet ovat eri mieltä, voimaan jää ensimmäisenä mainitun arvo. Yhtä vahvoista uudempi.",
        Sv: "När källorna säger olika gäller värdet från den som nämns först. Av lika starka den nyare.",
        En: "Where sources disagree, the value of the one named first stands. Of equals, the newer.");
    internal static readonly Text CardA = new(Fi: "Rekisteri A", Sv: "Register A", En: "Register A");
    internal static readonly Text CardB = new(Fi: "Rekisteri B", Sv: "Register B", En: "Register B");
    internal static readonly Text Trusted = new(Fi: "Luotetut yhteiset tunnisteet", Sv: "Betrodda gemensamma identifierare", En: "Trusted shared keys");
    internal static readonly Text TrustedHow = new(
        Fi: "Näillä lähteen uusi tietue löytää henkilönsä. Nimellä ei koskaan.",
        Sv: "Med dessa hittar en ny post i källan sin person. Aldrig med namn.",
        En: "By these a new record of the source finds its person. Never by name.");

    public static Text Of(SharedKeys keys) => keys switch
    {
        SharedKeys.Directory => new(Fi: "hakemiston GUID", Sv: "katalogens GUID", En: "the directory's GUID"),
        SharedKeys.UserId => new(Fi: "käyttäjätunnus", Sv: "användarnamn", En: "user ID"),
        SharedKeys.Email => new(Fi: "työsähköposti", Sv: "arbetets e-post", En: "work e-mail"),
        _ => new(Fi: "ei mitään", Sv: "inga", En: "none"),
    };

    internal static Text Lapses(DateTime utc)
    {
        var at = $"{Say.Day(utc)} {Say.Time(utc)}";
        return new(Fi: $"Erä raukeaa {at}, eikä mitään silloin muutu.", Sv: $"Partiet förfaller {at} och då ändras inget.", En: $"The batch lapses {at}, and then nothing changes.");
    }

    internal static Text Progress(int done, int of) => new(
        Fi: $"{Say.Number(done, "fi")} / {Say.Number(of, "fi")} käsitelty", Sv: $"{Say.Number(done, "sv")} / {Say.Number(of, "sv")} behandlade", En: $"{Say.Number(done, "en")} of {Say.Number(of, "en")} dealt with");
}
