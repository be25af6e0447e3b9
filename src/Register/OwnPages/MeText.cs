using Tupa.Kernel;

namespace Tupa.Register;

internal static class MeText
{
    public static readonly Text Title = new(Fi: "Omat tietoni", Sv: "Mina uppgifter", En: "My data");
    public static readonly Text Heading = new(Fi: "Kaikki, mitä Tupa tietää sinusta", Sv: "Allt som Tupa vet om dig", En: "Everything Tupa knows about you");
    public static readonly Text Lead = new(
        Fi: "Jokaisella tiedolla on lähde, katsojat ja loppu.", Sv: "Varje uppgift har en källa, de som ser den och ett slut.", En: "Every detail has a source, those who see it, and an end.");
    public static readonly Text PupilHeading = new(Fi: "Mitä Tupa tietää sinusta", Sv: "Vad Tupa vet om dig", En: "What Tupa knows about you");
    public static readonly Text PupilLead = new(
        Fi: "Tässä on kaikki. Koulu on kertonut nämä.", Sv: "Här är allt. Skolan har berättat det här.", En: "Here is everything. Your school has told us this.");
    public static readonly Text OnThisPage = new(Fi: "Tällä sivulla", Sv: "På den här sidan", En: "On this page");
    public static readonly Text Values = new(Fi: "Tietosi", Sv: "Dina uppgifter", En: "Your details");
    public static readonly Text ClosedList = new(
        Fi: "Muuta ei kerätä: luettelo on sama kuin tietosuojaselosteessa.",
        Sv: "Annat samlas inte in: förteckningen är densamma som i dataskyddsbeskrivningen.",
        En: "Nothing else is collected: the list is the same as in the privacy statement.");
    public static readonly Text Duties = new(Fi: "Tehtäväsi ja mitä ne avaavat", Sv: "Dina uppgifter och vad de öppnar", En: "Your duties and what they open");
    public static readonly Text PupilDuties = new(Fi: "Miksi olet täällä", Sv: "Varför du är här", En: "Why you are here");
    public static readonly Text Powers = new(Fi: "Valtuutesi", Sv: "Dina befogenheter", En: "Your authorities");
    public static readonly Text Settings = new(Fi: "Asetukset", Sv: "Inställningar", En: "Settings");
    public static readonly Text Security = new(Fi: "Salasana, istunnot ja toinen vaihe", Sv: "Lösenord, sessioner och andra steg", En: "Password, sessions and second factor");
    public static readonly Text PupilSecurity = new(Fi: "Salasana", Sv: "Lösenord", En: "Password");
    public static readonly Text Notifications = new(Fi: "Ilmoitusten asetukset", Sv: "Inställningar för aviseringar", En: "Notification settings");
    public static readonly Text TakeAway = new(Fi: "Ota tietosi mukaan", Sv: "Ta med dig dina uppgifter", En: "Take your data with you");
    public static readonly Text PupilTakeAway = new(Fi: "Ota tietosi ja tiedostosi mukaan", Sv: "Ta med dig dina uppgifter och filer", En: "Take your data and files with you");
    public static readonly Text Tokens = new(Fi: "Avaimet muille ohjelmille", Sv: "Nycklar för andra program", En: "Keys for other programs");
    public static readonly Text AsOthersSee = new(Fi: "Näytä profiilini", Sv: "Visa min profil", En: "Show my profile");
    public static readonly Text HowLong = new(Fi: "Milloin tiedot poistuvat", Sv: "När uppgifterna försvinner", En: "When the data goes");
    public static readonly Text HowLongNote = new(
        Fi: "Sinulla on voimassa oleva tehtävä, joten mitään ei poisteta nyt. Kun viimeinen tehtävä päättyy:",
        Sv: "Du har en gällande uppgift, så inget tas bort nu. När den sista uppgiften upphör:",
        En: "You have a current duty, so nothing is removed now. When the last duty ends:");
    public static readonly Text Now = new(Fi: "Nyt", Sv: "Nu", En: "Now");
    public static readonly Text NowWhat = new(Fi: "Tehtävä voimassa", Sv: "Uppgiften gäller", En: "Duty in force");
    public static readonly Text AtOnce = new(Fi: "Samalla hetkellä", Sv: "I samma stund", En: "The same moment");
    public static readonly Text AtOnceWhat = new(Fi: "Pääsy, käyttäjätunnus ja oma kuva poistuvat", Sv: "Åtkomsten, användarnamnet och den egna bilden försvinner", En: "Access, user ID and own picture go");
    public static readonly Text Cap = new(Fi: "Enintään 9 kk", Sv: "Högst 9 mån.", En: "At most 9 months");
    public static readonly Text CapWhat = new(Fi: "Kaikki tietosi on poistettu", Sv: "Alla dina uppgifter har raderats", En: "All your data has been erased");
    public static readonly Text Privacy = new(Fi: "Tietosuojaseloste", Sv: "Dataskyddsbeskrivning", En: "Privacy statement");

    public static Text Opens(string what) => new(Fi: $"Avaa: {what}", Sv: $"Öppnar: {what}", En: $"Opens: {what}");
}
