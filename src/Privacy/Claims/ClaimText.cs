using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>The words of claims and of the page that shows them.</summary>
internal static class ClaimText
{
    public static readonly Text Title = new(Fi: "Selosteen lupaukset", Sv: "Beskrivningens löften", En: "Promises of the statement");

    public static readonly Text Lead = new(
        Fi: "Mitä tietosuojaseloste lupaa, miten lupaus on näytetty toteen ja kuka vastaa siitä. Punainen lupaus on selosteessa yliviivattu, kunnes se taas pitää.",
        Sv: "Vad dataskyddsbeskrivningen lovar, hur löftet har visats hålla och vem som ansvarar för det. Ett rött löfte är överstruket i beskrivningen tills det håller igen.",
        En: "What the privacy statement promises, how it has been shown to be kept, and who answers for it. A red promise is struck through in the statement until it is kept again.");

    public static readonly Text Automatic = new(Fi: "Palvelu tarkistaa itse", Sv: "Tjänsten kontrollerar själv", En: "Checked by the service itself");
    public static readonly Text Attested = new(Fi: "Ihminen vahvistaa", Sv: "En människa bekräftar", En: "Confirmed by a person");

    public static readonly Text AttestedLead = new(
        Fi: "Näitä palvelu ei voi nähdä itse. Lause näkyy selosteessa vain niin kauan kuin vahvistus on voimassa.",
        Sv: "De här kan tjänsten inte själv se. Meningen visas i beskrivningen bara så länge bekräftelsen gäller.",
        En: "The service cannot see these by itself. The sentence stands in the statement only as long as the confirmation lasts.");

    public static readonly Text RunNow = new(Fi: "Tarkista kaikki nyt", Sv: "Kontrollera allt nu", En: "Check everything now");
    public static readonly Text Running = new(
        Fi: "Tarkistus on pyydetty. Tulokset tulevat tälle sivulle muutaman minuutin kuluessa; lataa sivu silloin uudelleen.",
        Sv: "Kontrollen har begärts. Resultaten kommer till den här sidan inom några minuter; ladda då om sidan.",
        En: "The check has been asked for. The results come to this page within a few minutes; reload it then.");

    public static readonly Text Confirm = new(Fi: "Vahvista", Sv: "Bekräfta", En: "Confirm");
    public static readonly Text Renew = new(Fi: "Vahvista uudelleen", Sv: "Bekräfta på nytt", En: "Confirm again");
    public static readonly Text Withdraw = new(Fi: "Peru vahvistus", Sv: "Återta bekräftelsen", En: "Withdraw the confirmation");
    public static readonly Text Ground = new(Fi: "Mistä sen näkee", Sv: "Var det syns", En: "Where it can be seen");
    public static readonly Text GroundHelp = new(
        Fi: "Sopimus, testi tai raportti ja sen päivä. Älä kirjoita henkilöiden nimiä. Enintään 300 merkkiä.",
        Sv: "Ett avtal, ett test eller en rapport och dess datum. Skriv inga personnamn. Högst 300 tecken.",
        En: "A contract, a test or a report, and its date. Write no names of people. At most 300 characters.");
    public static readonly Text LastDay = new(Fi: "Voimassa asti", Sv: "Gäller till och med", En: "Good until");
    public static readonly Text LastDayHelp = new(
        Fi: "Enintään 12 kuukautta. Muistutus tulee 30 päivää ennen.", Sv: "Högst 12 månader. En påminnelse kommer 30 dagar före.", En: "At most 12 months. A reminder comes 30 days before.");

    public static readonly Text GroundNeeded = new(
        Fi: "Kirjoita, mistä asian näkee. Enintään 300 merkkiä.", Sv: "Skriv var saken syns. Högst 300 tecken.", En: "Write where it can be seen. At most 300 characters.");
    public static readonly Text BadDay = new(
        Fi: "Valitse päivä huomisesta enintään 12 kuukauden päähän.", Sv: "Välj en dag från i morgon till högst 12 månader framåt.", En: "Choose a day from tomorrow to at most 12 months ahead.");

    public static readonly Text NotYours = new(
        Fi: "Tämän vahvistaa se, jonka tehtävä on tietää asia. Pyydä häntä.",
        Sv: "Det här bekräftas av den vars uppgift det är att veta. Be hen om det.",
        En: "This is confirmed by whoever's role it is to know. Ask them.");

    public static readonly Text Owner = new(Fi: "Vastaa", Sv: "Ansvarar", En: "Answers for it");
    public static readonly Text Told = new(Fi: "on saanut tiedon", Sv: "har underrättats", En: "has been told");
    public static readonly Text Check = new(Fi: "Tarkistus", Sv: "Kontroll", En: "Check");
    public static readonly Text LastCheck = new(Fi: "Viimeisin yritys", Sv: "Senaste försöket", En: "Last try");
    public static readonly Text History = new(Fi: "Viimeiset 30 päivää", Sv: "De senaste 30 dagarna", En: "The last 30 days");
    public static readonly Text Failed = new(
        Fi: "Keskeytyi, joten se ei näytä mitään", Sv: "Avbröts, så det visar ingenting", En: "Broke off, so it shows nothing");
    public static readonly Text Unknown = new(Fi: "ei tiedossa", Sv: "okänt", En: "not known");

    /// <summary>In one or two words: whether it is so.</summary>
    public static Text Verdict(ClaimStanding claim) => (claim.Light, claim.Kind) switch
    {
        (ClaimLight.Green, ClaimKind.Attested) => new(Fi: "Vahvistettu", Sv: "Bekräftat", En: "Confirmed"),
        (ClaimLight.Green, _) => new(Fi: "Totta", Sv: "Sant", En: "True"),
        (ClaimLight.Amber, ClaimKind.Attested) => new(Fi: "Vahvistus vanhenee", Sv: "Bekräftelsen löper ut", En: "The confirmation lapses"),
        (ClaimLight.Amber, _) when claim.At is null => new(Fi: "Ei vielä tarkistettu", Sv: "Inte kontrollerat ännu", En: "Not checked yet"),
        (ClaimLight.Amber, _) => new(Fi: "Tarkistus ei ajanut ajallaan", Sv: "Kontrollen gjordes inte i tid", En: "Not checked in time"),
        (ClaimLight.Red, _) => new(Fi: "Ei pidä paikkaansa", Sv: "Stämmer inte", En: "Not true"),
        (ClaimLight.Off, ClaimKind.Automatic) => new(Fi: "Ei käytössä", Sv: "Inte i bruk", En: "Not in use"),
        (ClaimLight.Off, _) => new(Fi: "Ei vahvistettu", Sv: "Inte bekräftat", En: "Not confirmed"),
    };

    /// <summary>Beside the verdict: since when, or until when; empty where neither is known.</summary>
    public static string When(ClaimStanding claim, DateTime now) => (claim.Light, claim.Kind) switch
    {
        (ClaimLight.Red, _) => WithdrawnAt(Say.Moment(claim.Since!.Value, now)),
        (ClaimLight.Off, ClaimKind.Unverified) => "",
        (_, ClaimKind.Attested) => ByRole(Of(claim.Owner), Say.Day(claim.At!.Value), Say.Day(claim.Until!.Value)),
        (ClaimLight.Amber, _) when claim.At is null => "",
        (ClaimLight.Amber, _) => LastAt(Say.Moment(claim.At!.Value, now)),
        _ when claim.At is { } at => CheckedAt(Say.Moment(at, now)),
        _ => "",
    };

    /// <summary>How it is shown to be so.</summary>
    public static Text How(ClaimKind kind) => kind switch
    {
        ClaimKind.Automatic => new(Fi: "Automaattinen, joka päivä", Sv: "Automatisk, varje dag", En: "Automatic, every day"),
        ClaimKind.Attested or ClaimKind.Unverified => new(Fi: "Vastuuhenkilö vahvistaa, enintään vuodeksi", Sv: "Den ansvariga bekräftar, för högst ett år", En: "Confirmed by whoever answers for it, for a year at most"),
    };

    /// <summary>The three numbers at the head of the statement.</summary>
    public static Text Proven(int n) => Text.Count(
        n, new(Fi: "lupaus on näytetty toteen", Sv: "löfte har visats hålla", En: "promise has been shown to be kept"),
        new(Fi: "lupausta on näytetty toteen", Sv: "löften har visats hålla", En: "promises have been shown to be kept"));

    public static Text Waiting(int n) => Text.Count(
        n, new(Fi: "odottaa tarkistusta tai vahvistusta", Sv: "väntar på kontroll eller bekräftelse", En: "waits to be checked or confirmed"),
        new(Fi: "odottaa tarkistusta tai vahvistusta", Sv: "väntar på kontroll eller bekräftelse", En: "wait to be checked or confirmed"));

    public static Text Broken(int n) => Text.Count(
        n, new(Fi: "ei pidä paikkaansa ja on vedetty pois", Sv: "stämmer inte och har dragits tillbaka", En: "is not true and has been withdrawn"),
        new(Fi: "ei pidä paikkaansa ja on vedetty pois", Sv: "stämmer inte och har dragits tillbaka", En: "are not true and have been withdrawn"));

    public static readonly Text Tally = new(Fi: "Lupausten tila", Sv: "Löftenas läge", En: "How the promises stand");

    public static Text Of(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.Holds => new(Fi: "piti paikkansa", Sv: "stämde", En: "was true"),
        ClaimOutcome.Broken => new(Fi: "ei pitänyt paikkaansa", Sv: "stämde inte", En: "was not true"),
        ClaimOutcome.NotInUse => new(Fi: "ei käytössä", Sv: "inte i bruk", En: "not in use"),
    };

    public static Text Of(ClaimOwner owner) => AuthorityText.Of(ClaimOwners.Kind(owner));

    private static Text CheckedAt(string when) => new(Fi: $"tarkistettu {when}", Sv: $"kontrollerat {when}", En: $"checked {when}");

    private static Text LastAt(string when) => new(Fi: $"viimeksi {when}", Sv: $"senast {when}", En: $"last {when}");

    private static Text WithdrawnAt(string when) => new(Fi: $"lause on vedetty pois {when}", Sv: $"meningen drogs tillbaka {when}", En: $"the sentence was withdrawn {when}");

    private static Text ByRole(Text role, string at, string until) => new(
        Fi: $"{role.Fi} {at}, voimassa {until} asti", Sv: $"{role.Sv} {at}, gäller till och med {until}", En: $"{role.En} {at}, good until {until}");
}
