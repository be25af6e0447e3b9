using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>The words of a house that nobody lives in yet.</summary>
internal static class FirstOperatorText
{
    public const string Command = "tupa operator add matti.meikalainen Matti Meikäläinen --email matti.meikalainen@kaupunki.fi";

    public static readonly Text Title = new(Fi: "Tupa on tyhjä", Sv: "Tupa är tom", En: "Tupa is empty");
    public static readonly Text Lead = new(
        Fi: "Kukaan ei voi vielä kirjautua. Ensimmäinen ylläpitäjä tehdään palvelimella.",
        Sv: "Ingen kan logga in än. Den första operatören skapas på servern.",
        En: "Nobody can sign in yet. The first operator is made on the server.");
    public static readonly Text How = new(
        Fi: "Aja palvelimella samoilla asetuksilla kuin Tupa itse, omalla käyttäjätunnuksellasi ja nimelläsi:",
        Sv: "Kör på servern med samma inställningar som Tupa självt, med ditt eget användarnamn och namn:",
        En: "Run this on the server, with the settings of the house itself and your own user ID and name:");
    public static readonly Text Then = new(
        Fi: "Komento tulostaa kertakoodin, neljä sanaa. Aseta salasanasi sillä; tunnistautumisen toinen vaihe otetaan käyttöön heti sen jälkeen.",
        Sv: "Kommandot skriver ut en engångskod, fyra ord. Ställ in ditt lösenord med den; inloggningens andra steg tas i bruk genast därefter.",
        En: "The command prints a one-time code of four words. Set your password with it; the second factor is set up right after.");
    public static readonly Text FirstPassword = new(Fi: "Aseta salasana kertakoodilla", Sv: "Ställ in lösenordet med engångskod", En: "Set the password with the code");
}
