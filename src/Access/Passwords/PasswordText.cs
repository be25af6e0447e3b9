using Tupa.Kernel;

namespace Tupa.Access;

internal static class PasswordText
{
    public static readonly Text TooShort = new(
        Fi: "Salasanassa pitää olla vähintään 12 merkkiä. Monta sanaa peräkkäin on hyvä salasana.",
        Sv: "Lösenordet måste ha minst 12 tecken. Flera ord i rad är ett bra lösenord.",
        En: "The password must have at least 12 characters. Several words in a row make a good one.");

    public static readonly Text TooLong = new(
        Fi: "Salasanassa voi olla enintään 256 merkkiä.",
        Sv: "Lösenordet får ha högst 256 tecken.",
        En: "The password may have at most 256 characters.");

    public static readonly Text TooCommon = new(
        Fi: "Tämä salasana on yleisten salasanojen luettelossa, ja se arvattaisiin heti. Valitse toinen.",
        Sv: "Det här lösenordet finns på listan över vanliga lösenord och skulle gissas genast. Välj ett annat.",
        En: "This password is on the list of common passwords and would be guessed at once. Choose another.");

    public static readonly Text HasUserId = new(
        Fi: "Salasanassa ei voi olla käyttäjätunnustasi.",
        Sv: "Lösenordet får inte innehålla ditt användarnamn.",
        En: "The password may not contain your user ID.");

    public static readonly Text NotTheSame = new(
        Fi: "Salasanat eivät ole samat. Kirjoita uusi salasana molempiin kenttiin.",
        Sv: "Lösenorden är inte likadana. Skriv det nya lösenordet i båda fälten.",
        En: "The passwords are not the same. Write the new password in both fields.");

    public static readonly Text Busy = new(
        Fi: "Juuri nyt moni kirjautuu yhtä aikaa. Odota hetki ja yritä uudelleen.",
        Sv: "Just nu loggar många in samtidigt. Vänta en stund och försök igen.",
        En: "Many people are signing in right now. Wait a moment and try again.");

    public static readonly Text New = new(Fi: "Uusi salasana", Sv: "Nytt lösenord", En: "New password");
    public static readonly Text Again = new(Fi: "Uusi salasana uudelleen", Sv: "Nytt lösenord på nytt", En: "New password again");
    public static readonly Text Rule = new(
        Fi: "Vähintään 12 merkkiä. Muuta sääntöä ei ole: neljä sanaa peräkkäin käy hyvin.",
        Sv: "Minst 12 tecken. Någon annan regel finns inte: fyra ord i rad går bra.",
        En: "At least 12 characters. There is no other rule: four words in a row will do.");
}
