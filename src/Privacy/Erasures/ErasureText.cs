using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Privacy;

internal static class ErasureText
{
    public static readonly Text Title = new(Fi: "Tietojen poistaminen", Sv: "Radering av uppgifter", En: "Erasure of data");
    public static readonly Text Lead = new(
        Fi: "Mitä on poistettu, mitä poistetaan seuraavaksi ja mikä poistamisen estää. Sivulla ei ole nimiä, ja sen katsominen kirjataan.",
        Sv: "Vad som har raderats, vad som raderas härnäst och vad som hindrar det. Sidan har inga namn, och visningen loggas.",
        En: "What has been erased, what is next, and what stands in the way. There are no names here, and looking is logged.");
    public static readonly Text Due = new(Fi: "Poistettavat", Sv: "Ska raderas", En: "Due");
    public static readonly Text Overdue = new(Fi: "Myöhässä", Sv: "Försenade", En: "Overdue");
    public static readonly Text Tonight = new(Fi: "Viimeistään tänään", Sv: "Senast i dag", En: "By today");
    public static readonly Text InWeek = new(Fi: "Seuraavien 7 päivän aikana", Sv: "Inom 7 dagar", En: "Within 7 days");
    public static readonly Text InMonth = new(Fi: "Seuraavien 30 päivän aikana", Sv: "Inom 30 dagar", En: "Within 30 days");
    public static readonly Text HeldBack = new(Fi: "Säilytysvelvoitteen alaiset", Sv: "Omfattas av bevarandeplikt", En: "Under a legal hold");
    public static readonly Text LastNight = new(Fi: "Poistot ajettu viimeksi", Sv: "Raderingen kördes senast", En: "The erasure last ran");
    public static readonly Text NeverRan = new(Fi: "ei koskaan", Sv: "aldrig", En: "never");
    public static readonly Text NotRunning = new(
        Fi: "Poistoja ei ole ajettu kolmeen tuntiin. Kerro ylläpitäjälle.",
        Sv: "Raderingen har inte körts på tre timmar. Meddela operatören.",
        En: "The erasure has not run for three hours. Tell the operator.");
    public static readonly Text OverdueWhat = new(
        Fi: "Poistopäivä on mennyt. Yöllistä poistoa ei ole ajettu, tai se epäonnistui. Katso alta, mikä estää, ja kerro ylläpitäjälle heti.",
        Sv: "Raderingsdagen har passerat. Nattens radering har inte körts eller misslyckades. Se nedan vad som hindrar den, och meddela operatören genast.",
        En: "Their day has passed. The nightly erasure has not run, or it failed. See below what stands in the way, and tell the operator at once.");
    public static readonly Text Stuck = new(Fi: "Kesken jääneet", Sv: "Ofullbordade", En: "Not complete");
    public static readonly Text StuckWhat = new(
        Fi: "Jokin palvelun osa ei päästänyt tiedoista irti. Muut osat ovat jo poistaneet omansa, ja poistoa yritetään joka yö uudelleen.",
        Sv: "En del av tjänsten släppte inte uppgifterna. De andra har redan raderat sina, och raderingen försöks på nytt varje natt.",
        En: "A part of the service did not let go. The others have erased theirs, and it is tried again every night.");
    public static readonly Text Done = new(Fi: "Hävitystodistukset", Sv: "Gallringsintyg", En: "Certificates of erasure");
    public static readonly Text DoneWhat = new(
        Fi: "Todistus kertoo määrät, säännön ja ajan, ei henkilöitä. Se säilytetään 10 vuotta (TT-22).",
        Sv: "Intyget anger antal, regel och tid, inga personer. Det bevaras i 10 år (TT-22).",
        En: "A certificate tells counts, rule and time, no persons. It is kept for 10 years (TT-22).");
    public static readonly Text NothingYet = new(Fi: "Ketään ei ole vielä poistettu.", Sv: "Ingen har raderats ännu.", En: "Nobody has been erased yet.");
    public static readonly Text Running = new(Fi: "kesken", Sv: "pågår", En: "running");
    public static readonly Text NotWhole = new(Fi: "jäi vajaaksi", Sv: "blev ofullständig", En: "not complete");
    public static readonly Text Cause = new(Fi: "Peruste", Sv: "Grund", En: "Reason");
    public static readonly Text Begun = new(Fi: "Alkoi", Sv: "Började", En: "Begun");
    public static readonly Text Ended = new(Fi: "Päättyi", Sv: "Slutade", En: "Ended");
    public static readonly Text Whole = new(Fi: "Poistetut henkilöt", Sv: "Raderade personer", En: "People erased");
    public static readonly Text Cards = new(Fi: "Poistetut tietokortit", Sv: "Raderade uppgiftskort", En: "Cards erased");
    public static readonly Text Failed = new(Fi: "Kesken jääneet", Sv: "Ofullbordade", En: "Not complete");
    public static readonly Text Left = new(Fi: "Tiedostoihin jäi vanhoja tavuja", Sv: "Gamla byte finns kvar i filerna", En: "Old bytes left in files");
    public static readonly Text Digest = new(Fi: "Tiiviste (SHA-256)", Sv: "Kontrollsumma (SHA-256)", En: "Digest (SHA-256)");
    public static readonly Text Unchanged = new(Fi: "Todistus on muuttumaton.", Sv: "Intyget är oförändrat.", En: "The certificate is unchanged.");
    public static readonly Text Changed = new(Fi: "Todistusta on muutettu!", Sv: "Intyget har ändrats!", En: "The certificate has been changed!");

    public static readonly Text YourEnd = new(Fi: "Viimeinen poistopäivä", Sv: "Sista raderingsdag", En: "The last day of your data");
    public static readonly Text YouAreHeld = new(
        Fi: "Tietojasi koskee lakiin perustuva säilytysvelvoite. Niitä ei poisteta ennen kuin se päättyy. Kysy siitä tietosuojavastaavalta.",
        Sv: "Dina uppgifter omfattas av en lagstadgad bevarandeplikt. De raderas inte förrän den upphör. Fråga dataskyddsombudet.",
        En: "Your data is under a legal hold. It is not erased before the hold ends. Ask the data protection officer about it.");

    public static Text OverdueNow(int people) => Text.Count(people,
        new(Fi: "1 henkilön tietojen poisto on myöhässä.", Sv: "Raderingen av 1 persons uppgifter är försenad.", En: "The erasure of 1 person is overdue."),
        new(Fi: "{n} henkilön tietojen poisto on myöhässä.", Sv: "Raderingen av {n} personers uppgifter är försenad.", En: "The erasure of {n} people is overdue."));

    public static Text People(int people) => Text.Count(people,
        new(Fi: "1 henkilö", Sv: "1 person", En: "1 person"), new(Fi: "{n} henkilöä", Sv: "{n} personer", En: "{n} people"));

    public static Text Rows(int rows) => Text.Count(rows, new(Fi: "1 rivi", Sv: "1 rad", En: "1 row"), new(Fi: "{n} riviä", Sv: "{n} rader", En: "{n} rows"));

    public static Text Tried(int tries) => Text.Count(tries,
        new(Fi: "Yritetty 1 kerran, ensin", Sv: "Försökt 1 gång, först", En: "Tried once, first"),
        new(Fi: "Yritetty {n} kertaa, ensin", Sv: "Försökt {n} gånger, först", En: "Tried {n} times, first"));

    public static Text Rule(EraseBy rule) => new(
        Fi: $"Tiedot poistetaan täältä viimeistään 9 kuukautta palvelun käytön päättymisestä, vähennettynä varmuuskopioiden iällä ({rule.BackupDays} päivää) ja varalla ({rule.MarginDays} päivää). Näin niitä ei ole 9 kuukauden kuluttua varmuuskopioissakaan.",
        Sv: $"Uppgifterna raderas härifrån senast 9 månader efter att användningen har upphört, minus säkerhetskopiornas ålder ({rule.BackupDays} dagar) och en marginal ({rule.MarginDays} dagar). Efter 9 månader finns de alltså inte heller i säkerhetskopiorna.",
        En: $"Data is erased from here by 9 months after the end of use, less the age of backups ({rule.BackupDays} days) and a margin ({rule.MarginDays} days). So after 9 months it is in no backup either.");

    public static Text Day(ErasureRow run) => new(Fi: Say.Day(run.BegunAt), Sv: Say.Day(run.BegunAt), En: Say.Day(run.BegunAt));

    public static Text Of(ErasureCause cause) => cause switch
    {
        ErasureCause.Night => new(Fi: "Poistopäivä oli tullut", Sv: "Raderingsdagen hade kommit", En: "The day had come"),
        ErasureCause.Command => new(Fi: "Poistopäivä oli tullut, käynnistetty palvelimella", Sv: "Raderingsdagen hade kommit, startad på servern", En: "The day had come, started on the machine"),
        ErasureCause.Ledger => new(Fi: "Poistettu uudelleen varmuuskopion palautuksen jälkeen", Sv: "Raderade på nytt efter att en säkerhetskopia återställts", En: "Erased again after a backup was put back"),
    };

    /// <summary>The parts of the service, as people know them.</summary>
    public static Text RoomOf(string room) => room switch
    {
        "register" => new(Fi: "Rekisteri", Sv: "Registret", En: "Register"),
        "access" => new(Fi: "Kirjautuminen", Sv: "Inloggning", En: "Sign-in"),
        "spaces" => new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces"),
        "files" => new(Fi: "Tiedostot", Sv: "Filer", En: "Files"),
        "notifications" => new(Fi: "Ilmoitukset", Sv: "Aviseringar", En: "Notifications"),
        "posts" => new(Fi: "Julkaisut", Sv: "Inlägg", En: "Posts"),
        "audit" => new(Fi: "Loki", Sv: "Logg", En: "Log"),
        "privacy" => new(Fi: "Tietosuoja", Sv: "Dataskydd", En: "Privacy"),
        _ => new(Fi: room, Sv: room, En: room),
    };

    /// <summary>To a person whose last duty ends on a known day.</summary>
    public static Text Ends(DateOnly lastDay, DateOnly eraseBy, DateOnly cap) => new(
        Fi: $"Kun tehtäväsi päättyy {Say.Day(lastDay)}, tietosi poistetaan viimeistään {Say.Day(eraseBy)}. Varmuuskopioissakaan niitä ei ole enää {Say.Day(cap)}.",
        Sv: $"När din uppgift upphör {Say.Day(lastDay)} raderas dina uppgifter senast {Say.Day(eraseBy)}. {Say.Day(cap)} finns de inte heller i säkerhetskopiorna.",
        En: $"When your duty ends on {Say.Day(lastDay)}, your data is erased by {Say.Day(eraseBy)}. By {Say.Day(cap)} it is in no backup either.");

    /// <summary>To a person whose duty has no known end.</summary>
    public static Text WouldEnd(DateOnly eraseBy) => new(
        Fi: $"Tehtävälläsi ei ole päättymispäivää. Jos se päättyisi tänään, tietosi poistettaisiin viimeistään {Say.Day(eraseBy)}.",
        Sv: $"Din uppgift har inget slutdatum. Om den upphörde i dag skulle dina uppgifter raderas senast {Say.Day(eraseBy)}.",
        En: $"Your duty has no last day. If it ended today, your data would be erased by {Say.Day(eraseBy)}.");
}
