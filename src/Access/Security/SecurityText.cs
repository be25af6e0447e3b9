using Tupa.Kernel;

namespace Tupa.Access;

internal static class SecurityText
{
    public static readonly Text Title = new(Fi: "Kirjautuminen ja turvallisuus", Sv: "Inloggning och säkerhet", En: "Sign-in and security");
    public static readonly Text Sessions = new(Fi: "Istunnot ja laitteet", Sv: "Sessioner och enheter", En: "Sessions and devices");
    public static readonly Text SessionsNote = new(
        Fi: "Näissä selaimissa olet nyt kirjautuneena. Jos jokin on outo, päätä se ja vaihda salasanasi.",
        Sv: "I de här webbläsarna är du inloggad nu. Om någon är främmande, avsluta den och byt lösenord.",
        En: "You are signed in in these browsers now. If one is strange to you, end it and change your password.");

    public static readonly Text ThisDevice = new(Fi: "tämä laite", Sv: "den här enheten", En: "this device");
    public static readonly Text SharedDevice = new(Fi: "yhteiskäyttöinen", Sv: "delad enhet", En: "shared");
    public static readonly Text UnknownDevice = new(Fi: "Tuntematon selain", Sv: "Okänd webbläsare", En: "Unknown browser");
    public static readonly Text Started = new(Fi: "kirjautunut", Sv: "inloggad", En: "signed in");
    public static readonly Text LastSeen = new(Fi: "viimeksi", Sv: "senast", En: "last seen");
    public static readonly Text End = new(Fi: "Kirjaa ulos", Sv: "Logga ut", En: "Sign out");
    public static readonly Text EndOthers = new(Fi: "Kirjaa muut ulos", Sv: "Logga ut de andra", En: "Sign out the others");

    public static readonly Text ChangePassword = new(Fi: "Vaihda salasana", Sv: "Byt lösenord", En: "Change password");
    public static readonly Text ChangeNote = new(
        Fi: "Muut istuntosi päättyvät, kun vaihdat salasanan.",
        Sv: "Dina andra sessioner avslutas när du byter lösenord.",
        En: "Your other sessions end when you change the password.");

    public static readonly Text Old = new(Fi: "Nykyinen salasana", Sv: "Nuvarande lösenord", En: "Current password");
    public static readonly Text OldIsWrong = new(
        Fi: "Nykyinen salasana on väärin.",
        Sv: "Det nuvarande lösenordet är fel.",
        En: "The current password is wrong.");

    public static readonly Text Changed = new(Fi: "Salasana on vaihdettu.", Sv: "Lösenordet har bytts.", En: "The password has been changed.");
    public static readonly Text Tokens = new(Fi: "Ohjelmointirajapinnan avaimet", Sv: "API-nycklar", En: "API keys");
    public static readonly Text TokensNote = new(
        Fi: "Oma ohjelma voi lukea Tupaa avaimella, joka päättyy aina.",
        Sv: "Ett eget program kan läsa i Tupa med en nyckel som alltid upphör.",
        En: "A program of your own can read Tupa with a key that always ends.");
}
