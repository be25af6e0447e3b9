using Tupa.Kernel;

namespace Tupa.Access;

internal static class SignInText
{
    public static readonly Text Title = new(Fi: "Kirjaudu sisään", Sv: "Logga in", En: "Sign in");
    public static readonly Text UserId = new(Fi: "Käyttäjätunnus", Sv: "Användarnamn", En: "User ID");
    public static readonly Text Password = new(Fi: "Salasana", Sv: "Lösenord", En: "Password");
    public static readonly Text Missing = new(
        Fi: "Kirjoita käyttäjätunnus ja salasana.", Sv: "Skriv användarnamnet och lösenordet.", En: "Give the user ID and the password.");
    public static readonly Text UserIdMissing = new(Fi: "Kirjoita käyttäjätunnus.", Sv: "Skriv användarnamnet.", En: "Give the user ID.");
    public static readonly Text Shared = new(Fi: "Tämä on yhteiskäyttöinen laite", Sv: "Det här är en delad enhet", En: "This is a shared device");
    public static readonly Text SharedHelp = new(
        Fi: "Istunto päättyy, kun puoleen tuntiin ei tapahdu mitään, eikä laitteelle jää mitään.",
        Sv: "Sessionen avslutas när inget har hänt på en halvtimme, och inget blir kvar på enheten.",
        En: "The session ends when nothing has happened for half an hour, and nothing stays on the device.");

    public static readonly Text Or = new(Fi: "tai", Sv: "eller", En: "or");
    public static readonly Text FirstTime = new(
        Fi: "Minulla on kertakoodi (neljä sanaa)",
        Sv: "Jag har en engångskod (fyra ord)",
        En: "I have a one-time code (four words)");

    public static readonly Text Forgotten = new(Fi: "Salasana unohtui?", Sv: "Har du glömt lösenordet?", En: "Forgotten the password?");
    public static readonly Text AskLink = new(Fi: "Pyydä linkki työsähköpostiin", Sv: "Be om en länk till arbetsmejlen", En: "Ask for a link to your work e-mail");
    public static readonly Text OrAskCode = new(
        Fi: "tai pyydä uusi kertakoodi esihenkilöltä, vastuuhenkilöltä, luokan opettajalta tai koulusihteeriltä. Tunnusta ei luoda itse: se syntyy, kun tehtäväsi alkaa.",
        Sv: "eller be om en ny engångskod av din chef, ansvarsperson, klasslärare eller skolsekreterare. Man skapar inte kontot själv: det uppstår när uppgiften börjar.",
        En: "or ask your supervisor, sponsor, class teacher or school secretary for a new one-time code. You do not create the account yourself: it comes when your duty begins.");

    public static readonly Text AskCode = new(
        Fi: "Pyydä uusi kertakoodi esihenkilöltä, vastuuhenkilöltä, luokan opettajalta tai koulusihteeriltä. Tunnusta ei luoda itse: se syntyy, kun tehtäväsi alkaa.",
        Sv: "Be om en ny engångskod av din chef, ansvarsperson, klasslärare eller skolsekreterare. Man skapar inte kontot själv: det uppstår när uppgiften börjar.",
        En: "Ask your supervisor, sponsor, class teacher or school secretary for a new one-time code. You do not create the account yourself: it comes when your duty begins.");

    public static readonly Text Wrong = new(
        Fi: "Käyttäjätunnus tai salasana on väärin. Tarkista molemmat ja yritä uudelleen.",
        Sv: "Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.",
        En: "The user ID or the password is wrong. Check both and try again.");

    public static readonly Text PasswordSet = new(
        Fi: "Salasana on vaihdettu. Kirjaudu nyt sillä.",
        Sv: "Lösenordet har bytts. Logga nu in med det.",
        En: "The password has been set. Now sign in with it.");

    public static readonly Text SignedOut = new(Fi: "Olet kirjautunut ulos.", Sv: "Du har loggat ut.", En: "You have signed out.");

    public static readonly Text SessionEnded = new(Fi: "Istuntosi ehti päättyä", Sv: "Din session hann avslutas", En: "Your session had ended");
    public static readonly Text TypedIsKept = new(
        Fi: "Kirjoittamasi on tallessa tällä sivulla. Kirjaudu, niin voit lähettää sen.",
        Sv: "Det du skrev finns kvar på den här sidan. Logga in, så kan du skicka det.",
        En: "What you typed is kept on this page. Sign in and you can send it.");
    public static readonly Text KeptTitle = new(Fi: "Kirjoittamasi on tallessa", Sv: "Det du skrev finns kvar", En: "What you typed is kept");
    public static readonly Text KeptLead = new(
        Fi: "Istunto päättyi ennen kuin tämä ehdittiin lähettää. Tarkista ja lähetä.",
        Sv: "Sessionen avslutades innan det här hann skickas. Kontrollera och skicka.",
        En: "The session ended before this was sent. Check it and send it.");
    public static readonly Text SendNow = new(Fi: "Lähetä nyt", Sv: "Skicka nu", En: "Send now");
    public static readonly Text DoNotSend = new(Fi: "Älä lähetä", Sv: "Skicka inte", En: "Do not send");

    public static readonly Text SecondTitle = new(Fi: "Vahvista kirjautuminen", Sv: "Bekräfta inloggningen", En: "Confirm the sign-in");
    public static readonly Text SecondLead = new(
        Fi: "Avaa todennussovellus ja kirjoita sen näyttämä kuusinumeroinen koodi.",
        Sv: "Öppna autentiseringsappen och skriv den sexsiffriga kod som den visar.",
        En: "Open your authenticator app and type the six-digit code it shows.");

    public static readonly Text Code = new(Fi: "Koodi", Sv: "Kod", En: "Code");
    public static readonly Text CodeHelp = new(
        Fi: "Jos puhelin ei ole mukana, käytä varakoodia.",
        Sv: "Använd en reservkod om du inte har telefonen med dig.",
        En: "If you do not have your telephone, use a recovery code.");

    public static readonly Text Confirm = new(Fi: "Vahvista", Sv: "Bekräfta", En: "Confirm");
    public static readonly Text StartAgain = new(Fi: "Aloita alusta", Sv: "Börja om", En: "Start again");

    public static Text TooMany(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return wait < TimeSpan.FromMinutes(1)
            ? Text.Count(seconds,
                one: new(Fi: "Yrityksiä on ollut monta. Odota sekunti ja yritä uudelleen.", Sv: "Det har varit många försök. Vänta en sekund och försök igen.", En: "There have been many attempts. Wait one second and try again."),
                other: new(Fi: "Yrityksiä on ollut monta. Odota {n} sekuntia ja yritä uudelleen.", Sv: "Det har varit många försök. Vänta {n} sekunder och försök igen.", En: "There have been many attempts. Wait {n} seconds and try again."))
            : Text.Count(minutes,
                one: new(Fi: "Yrityksiä on ollut monta. Odota minuutti ja yritä uudelleen.", Sv: "Det har varit många försök. Vänta en minut och försök igen.", En: "There have been many attempts. Wait one minute and try again."),
                other: new(Fi: "Yrityksiä on ollut monta. Odota {n} minuuttia ja yritä uudelleen.", Sv: "Det har varit många försök. Vänta {n} minuter och försök igen.", En: "There have been many attempts. Wait {n} minutes and try again."));
    }
}
