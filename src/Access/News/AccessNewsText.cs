using Tupa.Kernel;

namespace Tupa.Access;

internal static class AccessNewsText
{
    public static Text Of(AccessNews news) => news.Kind switch
    {
        AccessNewsKind.NewDevice => new(
            Fi: $"Tunnuksellasi kirjauduttiin uudella laitteella: {news.Device}. Jos se et ollut sinä, vaihda salasanasi.",
            Sv: $"Någon loggade in med ditt användarnamn på en ny enhet: {news.Device}. Byt lösenord om det inte var du.",
            En: $"Your user ID was used to sign in on a new device: {news.Device}. If it was not you, change your password."),
        AccessNewsKind.PasswordChanged => new(
            Fi: "Salasanasi vaihdettiin, ja muut istuntosi päätettiin.",
            Sv: "Ditt lösenord byttes, och dina andra sessioner avslutades.",
            En: "Your password was changed, and your other sessions were ended."),
        AccessNewsKind.CodeIssued => new(
            Fi: "Sinulle tehtiin kertakoodi, jolla voi antaa uuden salasanan.",
            Sv: "En engångskod skapades åt dig; med den kan man ange ett nytt lösenord.",
            En: "A one-time code was made for you, with which a new password can be set."),
        AccessNewsKind.FactorOn => new(
            Fi: "Monivaiheinen tunnistautuminen otettiin käyttöön.",
            Sv: "Multifaktorautentisering togs i bruk.",
            En: "Multi-factor authentication was turned on."),
        AccessNewsKind.FactorOff => new(
            Fi: "Monivaiheinen tunnistautuminen poistettiin käytöstä.",
            Sv: "Multifaktorautentiseringen togs ur bruk.",
            En: "Multi-factor authentication was turned off."),
        AccessNewsKind.FactorReset => new(
            Fi: "Ylläpito poisti monivaiheisen tunnistautumisesi, ja kaikki istuntosi päätettiin. Jos et pyytänyt sitä, vaihda salasanasi ja kerro tietoturvavastaavalle.",
            Sv: "Administratören tog bort din multifaktorautentisering, och alla dina sessioner avslutades. Om du inte bad om det, byt lösenord och kontakta den informationssäkerhetsansvariga.",
            En: "An administrator removed your multi-factor authentication, and all your sessions were ended. If you did not ask for it, change your password and tell the security officer."),
        AccessNewsKind.RecoveryCodeUsed => new(
            Fi: "Kirjautumiseen käytettiin varakoodia.",
            Sv: "En reservkod användes vid inloggningen.",
            En: "A recovery code was used to sign in."),
        AccessNewsKind.TokenMade => new(
            Fi: "Tunnuksellesi tehtiin uusi ohjelmointirajapinnan avain.",
            Sv: "En ny API-nyckel skapades för ditt konto.",
            En: "A new API key was made for your account."),
    };
}
