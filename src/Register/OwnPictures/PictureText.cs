using Tupa.Kernel;

namespace Tupa.Register;

internal static class PictureText
{
    public static readonly Text Title = new(Fi: "Oma kuva", Sv: "Egen bild", En: "Own picture");
    public static readonly Text Note = new(
        Fi: "Kuva on vapaaehtoinen. Sen näkevät ne, jotka näkevät profiilisi. Kun poistat kuvan, se häviää heti kaikkialta. Kuva häviää myös, kun palvelun käyttösi päättyy.",
        Sv: "Bilden är frivillig. Den ses av dem som ser din profil. När du tar bort bilden försvinner den genast överallt. Bilden försvinner också när du slutar använda tjänsten.",
        En: "A picture is optional. Those who see your profile see it. When you remove it, it is gone everywhere at once. It also goes when your use of the service ends.");
    public static readonly Text Choose = new(Fi: "Valitse kuva", Sv: "Välj en bild", En: "Choose a picture");
    public static readonly Text Help = new(
        Fi: "Kuvasta tehdään neliö. Kuvauspaikka ja muut piilotiedot poistetaan.",
        Sv: "Bilden görs kvadratisk. Platsen och andra dolda uppgifter tas bort.",
        En: "The picture is made square. Its place and other hidden data are removed.");
    public static readonly Text Save = new(Fi: "Tallenna kuva", Sv: "Spara bilden", En: "Save the picture");
    public static readonly Text Remove = new(Fi: "Poista kuva", Sv: "Ta bort bilden", En: "Remove the picture");
    public static readonly Text Checking = new(
        Fi: "Kuvaa tarkistetaan. Se näkyy, kun tarkistus on valmis.",
        Sv: "Bilden kontrolleras. Den visas när kontrollen är klar.",
        En: "The picture is being checked. It is shown when the check is done.");
    public static readonly Text Blocked = new(
        Fi: "Kuvaa ei voi näyttää. Valitse toinen kuva.", Sv: "Bilden kan inte visas. Välj en annan bild.", En: "The picture cannot be shown. Choose another one.");
    public static readonly Text NotAPicture = new(
        Fi: "Tiedosto ei ole kuva. Valitse JPEG-, PNG-, WebP- tai HEIC-kuva.",
        Sv: "Filen är inte en bild. Välj en bild i formatet JPEG, PNG, WebP eller HEIC.",
        En: "The file is not a picture. Choose a JPEG, PNG, WebP or HEIC picture.");
    public static readonly Text NoFile = new(Fi: "Valitse ensin kuva.", Sv: "Välj först en bild.", En: "Choose a picture first.");
}
