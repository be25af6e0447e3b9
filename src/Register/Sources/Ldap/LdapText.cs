using Tupa.Kernel;

namespace Tupa.Register;

internal static class LdapText
{
    public static readonly Text NoAnswer = new(
        Fi: "Käyttäjähakemisto ei vastannut, tai yhteys katkesi kesken. Mitään ei muutettu.",
        Sv: "Användarkatalogen svarade inte, eller så bröts förbindelsen. Ingenting ändrades.",
        En: "The directory did not answer, or the connection broke off. Nothing was changed.");
    public static readonly Text WrongPassword = new(
        Fi: "Käyttäjähakemisto ei hyväksynyt tunnusta ja salasanaa, joilla sitä luetaan.",
        Sv: "Användarkatalogen godkände inte det konto och lösenord som den läses med.",
        En: "The directory did not accept the account and the password by which it is read.");
    public static readonly Text Refused = new(
        Fi: "Käyttäjähakemisto ei anna lukea sitä, mistä asetukset kertovat: tarkista lähtökohta ja suodatin. Mitään ei muutettu.",
        Sv: "Användarkatalogen ger inte ut det som inställningarna anger: kontrollera utgångspunkten och filtret. Ingenting ändrades.",
        En: "The directory does not give out what the settings name: check the base and the filter. Nothing was changed.");
    public static readonly Text NoEntry = new(
        Fi: "Rivi ei ole hakemiston tietue.",
        Sv: "Raden är inte en post i katalogen.",
        En: "The line is no entry of a directory.");

    public static Text Nameless(int count) => new(
        Fi: count == 1 ? "Yksi tietue jätettiin pois: siinä ei ole etu- ja sukunimeä." : $"{count} tietuetta jätettiin pois: niissä ei ole etu- ja sukunimeä.",
        Sv: count == 1 ? "En post lämnades bort: den har inte för- och efternamn." : $"{count} poster lämnades bort: de har inte för- och efternamn.",
        En: count == 1 ? "One entry was left out: it has no given and family name." : $"{count} entries were left out: they have no given and family name.");
}
