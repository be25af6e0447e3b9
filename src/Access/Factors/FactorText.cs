using Tupa.Kernel;

namespace Tupa.Access;

internal static class FactorText
{
    public static readonly Text Title = new(Fi: "Monivaiheinen tunnistautuminen", Sv: "Multifaktorautentisering", En: "Multi-factor authentication");
    public static readonly Text Required = new(
        Fi: "Tehtävääsi kuuluu valtuuksia, joita varten tunnistautumisessa on oltava toinen vaihe. Ota se käyttöön ennen kuin jatkat.",
        Sv: "Till din uppgift hör befogenheter som kräver ett andra steg vid inloggningen. Ta det i bruk innan du fortsätter.",
        En: "Your duty carries authorities that need a second step at sign-in. Set it up before going on.");

    public static readonly Text Missing = new(Fi: "Kirjoita koodi.", Sv: "Skriv koden.", En: "Give the code.");
    public static readonly Text Offered = new(
        Fi: "Toinen vaihe suojaa tunnuksesi silloinkin, kun salasana päätyy vääriin käsiin.",
        Sv: "Ett andra steg skyddar ditt konto också när lösenordet hamnar i fel händer.",
        En: "A second step protects your account even when the password falls into the wrong hands.");

    public static readonly Text Scan = new(
        Fi: "1. Lue koodi todennussovelluksella",
        Sv: "1. Skanna koden med autentiseringsappen",
        En: "1. Scan the code with an authenticator app");

    public static readonly Text ScanAlt = new(
        Fi: "QR-koodi, jossa on sama avain kuin tekstinä alla",
        Sv: "QR-kod med samma nyckel som i texten nedan",
        En: "QR code with the same key as in the text below");

    public static readonly Text OrType = new(
        Fi: "Jos et voi lukea koodia, kirjoita avain sovellukseen:",
        Sv: "Om du inte kan skanna koden, skriv nyckeln i appen:",
        En: "If you cannot scan it, type the key into the app:");

    public static readonly Text Prove = new(
        Fi: "2. Kirjoita sovelluksen näyttämä koodi",
        Sv: "2. Skriv koden som appen visar",
        En: "2. Type the code the app shows");

    public static readonly Text TurnOn = new(Fi: "Ota käyttöön", Sv: "Ta i bruk", En: "Turn on");
    public static readonly Text Wrong = new(
        Fi: "Koodi ei käy. Tarkista, että puhelimen kello on oikeassa, ja kirjoita uusin koodi.",
        Sv: "Koden duger inte. Kontrollera att telefonens klocka går rätt och skriv den senaste koden.",
        En: "The code is not right. Check that the telephone's clock is right and type the newest code.");

    public static readonly Text TooLate = new(
        Fi: "Kirjautuminen ehti vanhentua. Aloita alusta.",
        Sv: "Inloggningen hann gå ut. Börja om.",
        En: "The sign-in has run out. Start again.");

    public static readonly Text On = new(Fi: "Käytössä", Sv: "I bruk", En: "On");
    public static readonly Text Off = new(Fi: "Ei käytössä", Sv: "Inte i bruk", En: "Off");
    public static readonly Text SetUp = new(Fi: "Ota monivaiheinen tunnistautuminen käyttöön", Sv: "Ta multifaktorautentisering i bruk", En: "Set up multi-factor authentication");
    public static readonly Text CurrentCode = new(Fi: "Sovelluksen koodi", Sv: "Appens kod", En: "Code of the app");
    public static readonly Text Renew = new(Fi: "Tee uudet varakoodit", Sv: "Skapa nya reservkoder", En: "Make new recovery codes");
    public static readonly Text Remove = new(Fi: "Poista käytöstä", Sv: "Ta ur bruk", En: "Turn off");

    public static readonly Text CodesTitle = new(Fi: "Varakoodisi", Sv: "Dina reservkoder", En: "Your recovery codes");
    public static readonly Text CodesLead = new(
        Fi: "Koodeilla pääset sisään, jos puhelin katoaa. Kukin käy kerran. Ne näytetään vain nyt: tulosta tai kirjoita ne talteen.",
        Sv: "Med koderna kommer du in om telefonen försvinner. Varje kod fungerar en gång. De visas bara nu: skriv ut dem eller anteckna dem.",
        En: "With these codes you get in if the telephone is lost. Each works once. They are shown only now: print them or write them down.");

    public static readonly Text Saved = new(Fi: "Olen tallettanut koodit", Sv: "Jag har sparat koderna", En: "I have kept the codes");

    public static readonly Text ResetTitle = new(
        Fi: "Poista toisen monivaiheinen tunnistautuminen",
        Sv: "Ta bort någon annans multifaktorautentisering",
        En: "Remove another's multi-factor authentication");

    public static readonly Text ResetWhen = new(
        Fi: "Kun puhelin ja varakoodit ovat kadonneet.",
        Sv: "När telefonen och reservkoderna är borta.",
        En: "For when the telephone and the recovery codes are lost.");

    public static readonly Text ResetLead = new(
        Fi: "Varmista ensin, että pyytäjä on hän itse. Todennussovellus ja varakoodit lakkaavat käymästä, kaikki istunnot päättyvät, ja asiasta kerrotaan hänelle. Hän kirjautuu salasanallaan; jos hänellä on valtuuksia, hän ottaa uuden toisen vaiheen käyttöön heti. Teko jää lokiin.",
        Sv: "Försäkra dig först om att det är personen själv som ber. Autentiseringsappen och reservkoderna slutar gälla, alla sessioner avslutas och personen får veta det. Hen loggar in med sitt lösenord; den som har befogenheter tar genast ett nytt andra steg i bruk. Åtgärden loggas.",
        En: "First make sure that it is the person who asks. The authenticator app and the recovery codes stop working, all sessions end, and the person is told. The person signs in with the password; whoever holds authorities sets up a new second step at once. The deed is logged.");

    public static readonly Text Reset = new(Fi: "Poista tunnistautuminen ja päätä istunnot", Sv: "Ta bort autentiseringen och avsluta sessionerna", En: "Remove it and end the sessions");
    public static readonly Text ResetDone = new(
        Fi: "Monivaiheinen tunnistautuminen on poistettu, ja istunnot on päätetty.",
        Sv: "Multifaktorautentiseringen har tagits bort, och sessionerna har avslutats.",
        En: "Multi-factor authentication has been removed, and the sessions have ended.");

    public static readonly Text NoneThere = new(
        Fi: "Henkilöllä ei ole monivaiheista tunnistautumista käytössä.",
        Sv: "Personen har inte multifaktorautentisering i bruk.",
        En: "The person has no multi-factor authentication in use.");

    public static readonly Text NotAlone = new(
        Fi: "Voit antaa tälle henkilölle myös uuden salasanan. Pyydä toista ylläpitäjää tai tietoturvavastaavaa poistamaan toinen vaihe, ettei kukaan pääse yksin toisen tunnukselle.",
        Sv: "Du kan också ge den här personen ett nytt lösenord. Be en annan operatör eller den informationssäkerhetsansvariga ta bort det andra steget, så att ingen ensam kommer in på någon annans konto.",
        En: "You can also give this person a new password. Ask another operator or the security officer to remove the second step, so that nobody alone gets into another's account.");

    public static Text Left(int codes) => Text.Count(codes,
        one: new(Fi: "Varakoodeja on jäljellä yksi.", Sv: "En reservkod återstår.", En: "One recovery code is left."),
        other: new(Fi: "Varakoodeja on jäljellä {n}.", Sv: "{n} reservkoder återstår.", En: "{n} recovery codes are left."));
}
