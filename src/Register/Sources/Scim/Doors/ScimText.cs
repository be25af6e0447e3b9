using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a directory is told when it is not done as it asked. Whoever looks after the directory reads it in a log there.</summary>
internal static class ScimText
{
    public static readonly Text NoKey = new(
        Fi: "Avain puuttuu, se ei kelpaa tai sen viimeinen päivä on ohi.",
        Sv: "Nyckeln saknas, duger inte eller har nått sin sista dag.",
        En: "The key is missing, unknown or past its last day.");
    public static readonly Text TooFast = new(Fi: "Pyyntöjä tulee liian tiheään. Odota hetki.", Sv: "Förfrågningarna kommer för tätt. Vänta en stund.", En: "Too many requests. Wait a moment.");
    public static readonly Text Absent = new(Fi: "Täällä ei ole sellaista.", Sv: "Något sådant finns inte här.", En: "There is no such thing here.");
    public static readonly Text Changed = new(Fi: "Tietoa on muutettu sen version jälkeen.", Sv: "Uppgiften har ändrats efter den versionen.", En: "It has been changed since that version.");
    public static readonly Text TooLarge = new(Fi: "Pyyntö on liian suuri.", Sv: "Förfrågan är för stor.", En: "The request is too large.");
    public static readonly Text NotJson = new(Fi: "Pyynnössä ei ole JSON-oliota.", Sv: "Förfrågan innehåller inget JSON-objekt.", En: "The request holds no JSON object.");
    public static readonly Text TwiceNamed = new(Fi: "Sama nimi on oliossa kahdesti.", Sv: "Samma namn finns två gånger i objektet.", En: "An object has the same name twice.");
    public static readonly Text InvalidFilter = new(Fi: "Suodatinta ei voi lukea.", Sv: "Filtret går inte att läsa.", En: "The filter cannot be read.");
    public static readonly Text TooMany = new(
        Fi: "Suodattimeen tai lajitteluun osuu liikaa. Rajaa tarkemmin.",
        Sv: "Filtret eller sorteringen träffar för mycket. Avgränsa noggrannare.",
        En: "The filter or the sorting meets too many. Narrow it.");
    public static readonly Text BadPath = new(Fi: "Polkua ei voi lukea.", Sv: "Sökvägen går inte att läsa.", En: "The path cannot be read.");
    public static readonly Text BadSort = new(Fi: "Lajittelun polkua ei voi lukea.", Sv: "Sorteringens sökväg går inte att läsa.", En: "The path of the sorting cannot be read.");
    public static readonly Text NoPath = new(Fi: "Poistolla on oltava polku.", Sv: "Borttagning kräver en sökväg.", En: "A removal needs a path.");
    public static readonly Text NoValue = new(Fi: "Lisäyksellä ja korvauksella on oltava arvo.", Sv: "Tillägg och ersättning kräver ett värde.", En: "Adding and replacing need a value.");
    public static readonly Text NoOperations = new(Fi: "Operations-luettelo puuttuu tai siinä on jotakin outoa.", Sv: "Listan Operations saknas eller innehåller något konstigt.", En: "The list Operations is missing, or holds something strange.");
    public static readonly Text NothingThere = new(Fi: "Polku ei osu mihinkään.", Sv: "Sökvägen träffar ingenting.", En: "The path leads to nothing.");
    public static readonly Text OurOwn = new(Fi: "Tunnisteen antaa talo, eikä sitä muuteta.", Sv: "Identifieraren ges av huset och ändras inte.", En: "The id is given by this house and is not changed.");
    public static readonly Text NoUserName = new(
        Fi: "userName puuttuu, on yli 100 merkkiä pitkä tai siinä on välilyönti.",
        Sv: "userName saknas, är längre än 100 tecken eller innehåller ett mellanslag.",
        En: "userName is missing, longer than 100 characters, or has a space in it.");
    public static readonly Text NoName = new(
        Fi: "Nimi puuttuu tai on liian pitkä: name.givenName ja name.familyName, tai displayName.",
        Sv: "Namnet saknas eller är för långt: name.givenName och name.familyName, eller displayName.",
        En: "The name is missing or too long: name.givenName and name.familyName, or displayName.");
    public static readonly Text BadMail = new(Fi: "Työsähköpostin osoite ei kelpaa.", Sv: "Arbetsadressen för e-post duger inte.", En: "The work e-mail address is no address.");
    public static readonly Text BadActive = new(Fi: "active on true tai false.", Sv: "active är true eller false.", En: "active is true or false.");
    public static readonly Text TooLong = new(Fi: "Arvo on liian pitkä.", Sv: "Värdet är för långt.", En: "A value is too long.");
    public static readonly Text NotText = new(Fi: "Arvon pitäisi olla teksti.", Sv: "Värdet borde vara text.", En: "A value should be text.");
    public static readonly Text KeyTaken = new(Fi: "Samalla externalId-arvolla on jo jokin.", Sv: "Det finns redan något med samma externalId.", En: "There is one with that externalId already.");
    public static readonly Text UserNameTaken = new(Fi: "Käyttäjätunnus on jo käytössä tai varattu.", Sv: "Användarnamnet används redan eller är reserverat.", En: "The user ID is in use already, or reserved.");
    public static readonly Text Doubtful = new(
        Fi: "Käyttäjätunnus tai sähköposti on jo jollakulla, eikä ole selvää, onko hän sama. Lähteen hoitaja selvittää.",
        Sv: "Någon har redan användarnamnet eller e-postadressen, och det är inte klart om det är samma person. Källans ansvariga reder ut det.",
        En: "Somebody has the user ID or the e-mail address already, and it is not clear that they are the same. The steward of the source finds out.");
    public static readonly Text NoGroupName = new(
        Fi: "displayName puuttuu tai on yli 160 merkkiä pitkä.", Sv: "displayName saknas eller är längre än 160 tecken.", En: "displayName is missing or longer than 160 characters.");
    public static readonly Text GroupNameTaken = new(Fi: "Samanniminen ryhmä on jo.", Sv: "Det finns redan en grupp med det namnet.", En: "There is a group of that name already.");
    public static readonly Text NoSuchMember = new(Fi: "Jäsen ei ole tämän hakemiston käyttäjä.", Sv: "Medlemmen är ingen användare i den här katalogen.", En: "A member is no user of this directory.");
    public static readonly Text NoGroupsInGroups = new(Fi: "Ryhmän jäsenet ovat käyttäjiä, eivät ryhmiä.", Sv: "Gruppens medlemmar är användare, inte grupper.", En: "The members of a group are users, not groups.");
    public static readonly Text UnknownBulkId = new(Fi: "bulkId-viite ei johda mihinkään tehtyyn.", Sv: "En bulkId-hänvisning leder inte till något utfört.", En: "A bulkId leads to nothing that was done.");
    public static readonly Text BadOperation = new(Fi: "Toimintoa ei voi lukea.", Sv: "Åtgärden går inte att läsa.", En: "The operation cannot be read.");
    public static readonly Text TooManyOperations = new(Fi: "Toimintoja on liikaa.", Sv: "Det är för många åtgärder.", En: "There are too many operations.");
}
