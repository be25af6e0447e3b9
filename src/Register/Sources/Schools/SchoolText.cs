using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What may be wrong with a file of schools, and what is left out of it. No text repeats a value of the file.</summary>
internal static class SchoolText
{
    public static readonly Text NoManifest = new(
        Fi: "Paketista puuttuu manifest.csv: se olisi OneRoster 1.0, jota ei lueta. Pyydä versiota 1.1 tai 1.2.",
        Sv: "Paketet saknar manifest.csv: det vore OneRoster 1.0, som inte läses. Be om version 1.1 eller 1.2.",
        En: "The package lacks manifest.csv: it would be OneRoster 1.0, which is not read. Ask for version 1.1 or 1.2.");
    public static readonly Text ManifestVersion = new(
        Fi: "Arvon on oltava 1.0.",
        Sv: "Värdet ska vara 1.0.",
        En: "The value must be 1.0.");
    public static readonly Text RosterVersion = new(
        Fi: "Arvon on oltava 1.1 tai 1.2.",
        Sv: "Värdet ska vara 1.1 eller 1.2.",
        En: "The value must be 1.1 or 1.2.");
    public static readonly Text Delivery = new(
        Fi: "Arvon on oltava absent, bulk tai delta.",
        Sv: "Värdet ska vara absent, bulk eller delta.",
        En: "The value must be absent, bulk or delta.");
    public static readonly Text PropertyMissing = new(
        Fi: "Pakollinen rivi puuttuu.",
        Sv: "En obligatorisk rad saknas.",
        En: "A required row is missing.");
    public static readonly Text PropertyTwice = new(
        Fi: "Sama rivi on kahdesti.",
        Sv: "Samma rad finns två gånger.",
        En: "The same row stands there twice.");
    public static readonly Text NotAnnounced = new(
        Fi: "Tiedosto on paketissa, vaikka manifest.csv sanoo sen puuttuvan.",
        Sv: "Filen finns i paketet fast manifest.csv säger att den saknas.",
        En: "The file is in the package though manifest.csv says it is absent.");
    public static readonly Text MixedDelivery = new(
        Fi: "Tiedostot users, roles ja enrollments on toimitettava samalla tavalla: kaikki bulk tai kaikki delta.",
        Sv: "Filerna users, roles och enrollments ska levereras på samma sätt: alla bulk eller alla delta.",
        En: "The files users, roles and enrollments must be delivered in one way: all bulk or all delta.");
    public static readonly Text NeedsMemory = new(
        Fi: "Muutostiedostoa ei voi lukea, koska aiemmin sanottua ei ole. Lähetä koko aineisto.",
        Sv: "En fil med ändringar kan inte läsas, eftersom det som sagts tidigare inte finns. Skicka hela materialet.",
        En: "A file of changes cannot be read, because there is nothing said before. Send the whole of it.");
    public static readonly Text ColumnExpected = new(
        Fi: "Tässä kohdassa otsikkoriviä kuuluu olla tämä sarake, täsmälleen näin kirjoitettuna.",
        Sv: "På det här stället i rubrikraden ska den här kolumnen stå, skriven exakt så här.",
        En: "At this place of the header this column belongs, written exactly so.");
    public static readonly Text ColumnTooMany = new(
        Fi: "Otsikkorivillä on määrittelyn ulkopuolinen sarake. Lisätietojen sarakkeet alkavat metadata. ja ovat viimeisinä.",
        Sv: "Rubrikraden har en kolumn utanför specifikationen. Kolumner för tilläggsuppgifter börjar med metadata. och står sist.",
        En: "The header has a column outside the specification. Columns of extensions begin with metadata. and come last.");
    public static readonly Text NotAnId = new(
        Fi: "Tunnisteessa saa olla enintään 255 merkkiä: 0–9, a–z, A–Z ja . - _ / @",
        Sv: "Ett id får ha högst 255 tecken: 0–9, a–z, A–Z och . - _ / @",
        En: "An id has at most 255 characters: 0–9, a–z, A–Z and . - _ / @");
    public static readonly Text NotAStatus = new(
        Fi: "Tilan on oltava active tai tobedeleted.",
        Sv: "Statusen ska vara active eller tobedeleted.",
        En: "The status must be active or tobedeleted.");
    public static readonly Text NotATime = new(
        Fi: "Muutosajan on oltava muotoa 2026-08-10T06:30:00.000Z.",
        Sv: "Ändringstiden ska ha formen 2026-08-10T06:30:00.000Z.",
        En: "The time of change must be of the form 2026-08-10T06:30:00.000Z.");
    public static readonly Text NotYesOrNo = new(
        Fi: "Arvon on oltava true tai false.",
        Sv: "Värdet ska vara true eller false.",
        En: "The value must be true or false.");
    public static readonly Text NotInList = new(
        Fi: "Arvo ei ole määrittelyn luettelossa.",
        Sv: "Värdet finns inte i specifikationens förteckning.",
        En: "The value is not in the list of the specification.");
    public static readonly Text RoleUnknown = new(
        Fi: "Roolia ei tunneta, eikä se anna kenellekään mitään. Sovi rooli lähteen kanssa.",
        Sv: "Rollen är okänd och ger ingen någonting. Kom överens om rollen med källan.",
        En: "The role is not known and gives nobody anything. Agree on it with the source.");
    public static readonly Text NoSuchOrg = new(
        Fi: "Viitattua organisaatiota ei ole tiedostossa orgs.csv.",
        Sv: "Organisationen som avses finns inte i filen orgs.csv.",
        En: "The organisation referred to is not in orgs.csv.");
    public static readonly Text NoSuchUser = new(
        Fi: "Viitattua käyttäjää ei ole tiedostossa users.csv.",
        Sv: "Användaren som avses finns inte i filen users.csv.",
        En: "The user referred to is not in users.csv.");
    public static readonly Text NoSuchClass = new(
        Fi: "Viitattua ryhmää ei ole tiedostossa classes.csv.",
        Sv: "Gruppen som avses finns inte i filen classes.csv.",
        En: "The class referred to is not in classes.csv.");
    public static readonly Text NoSuchCourse = new(
        Fi: "Viitattua kurssia ei ole tiedostossa courses.csv.",
        Sv: "Kursen som avses finns inte i filen courses.csv.",
        En: "The course referred to is not in courses.csv.");
    public static readonly Text NoSuchSession = new(
        Fi: "Viitattua lukukautta ei ole tiedostossa academicSessions.csv.",
        Sv: "Terminen som avses finns inte i filen academicSessions.csv.",
        En: "The session referred to is not in academicSessions.csv.");
    public static readonly Text NoCode = new(
        Fi: "Koululla ei ole viisinumeroista oppilaitostunnusta. Lisää se lähteeseen tai tiedostoon, jonka asetus Tupa:Sources:Institutions nimeää.",
        Sv: "Skolan har ingen femsiffrig läroanstaltskod. Lägg till den i källan eller i filen som inställningen Tupa:Sources:Institutions anger.",
        En: "The school has no five-digit institution code. Add it at the source, or in the file that the setting Tupa:Sources:Institutions names.");
    public static readonly Text NotACode = new(
        Fi: "Oppilaitostunnuksessa on viisi numeroa, etunollat mukaan lukien.",
        Sv: "En läroanstaltskod har fem siffror, med inledande nollor.",
        En: "An institution code has five digits, leading zeros among them.");
    public static readonly Text ClassNameTooLong = new(
        Fi: "Luokan nimi on yli 20 merkkiä eikä lyhyempää nimeä ole.",
        Sv: "Klassens namn har över 20 tecken och något kortare namn finns inte.",
        En: "The name of the class has over 20 characters, and there is no shorter one.");
    public static readonly Text NotAUserId = new(
        Fi: "Käyttäjätunnuksessa on enintään 100 merkkiä eikä välilyöntejä.",
        Sv: "Ett användarnamn har högst 100 tecken och inga mellanslag.",
        En: "A user ID has at most 100 characters and no spaces.");
    public static readonly Text DifferentPerson = new(
        Fi: "Samalla avaimella on eri nimi, tunnus tai osoite kuin aiemmalla rivillä.",
        Sv: "Samma nyckel har ett annat namn, användarnamn eller en annan adress än en tidigare rad.",
        En: "The same key has another name, user ID or address than on an earlier row.");
    public static readonly Text RowRejected = new(
        Fi: "Profiilin sääntö kieltää tällaisen rivin.",
        Sv: "En regel i profilen förbjuder en sådan rad.",
        En: "A rule of the profile forbids such a row.");
    public static readonly Text ValueUnmapped = new(
        Fi: "Profiili ei tunne arvoa.",
        Sv: "Profilen känner inte till värdet.",
        En: "The profile does not know the value.");
    public static readonly Text LeftInBulk = new(
        Fi: "Poistetuksi merkityt rivit jätettiin pois.",
        Sv: "Rader som är markerade som borttagna utelämnades.",
        En: "Rows marked as deleted were left out.");

    public static Text Nobody(int n) => Text.Count(n,
        one: new(Fi: "Yksi rooli jätettiin pois: huoltajat, omaiset ja alumnit eivät kuulu rekisteriin.", Sv: "En roll utelämnades: vårdnadshavare, anhöriga och alumner hör inte till registret.", En: "One role was left out: guardians, relatives and alumni do not belong in the register."),
        other: new(Fi: "{n} roolia jätettiin pois: huoltajat, omaiset ja alumnit eivät kuulu rekisteriin.", Sv: "{n} roller utelämnades: vårdnadshavare, anhöriga och alumner hör inte till registret.", En: "{n} roles were left out: guardians, relatives and alumni do not belong in the register."));

    public static Text Roleless(int n) => Text.Count(n,
        one: new(Fi: "Yhdellä henkilöllä ei ole roolia missään koulussa. Häntä ei oteta mukaan.", Sv: "En person har ingen roll i någon skola och tas inte med.", En: "One person has no role in any school and is not taken."),
        other: new(Fi: "{n} henkilöllä ei ole roolia missään koulussa. Heitä ei oteta mukaan.", Sv: "{n} personer har ingen roll i någon skola och tas inte med.", En: "{n} people have no role in any school and are not taken."));

    public static Text Disabled(int n) => Text.Count(n,
        one: new(Fi: "Yhden henkilön käyttö on lähteessä estetty. Häntä ei oteta mukaan.", Sv: "En person är avstängd i källan och tas inte med.", En: "One person is switched off at the source and is not taken."),
        other: new(Fi: "{n} henkilön käyttö on lähteessä estetty. Heitä ei oteta mukaan.", Sv: "{n} personer är avstängda i källan och tas inte med.", En: "{n} people are switched off at the source and are not taken."));

    public static Text AboveSchools(int n) => Text.Count(n,
        one: new(Fi: "Yksi rooli on koulujen yläpuolella eikä sitä oteta mukaan.", Sv: "En roll finns ovanför skolorna och tas inte med.", En: "One role is above the schools and is not taken."),
        other: new(Fi: "{n} roolia on koulujen yläpuolella eikä niitä oteta mukaan.", Sv: "{n} roller finns ovanför skolorna och tas inte med.", En: "{n} roles are above the schools and are not taken."));

    public static Text RowsLeftOut(int n) => Text.Count(n,
        one: new(Fi: "Profiilin sääntö jätti pois yhden rivin.", Sv: "En regel i profilen utelämnade en rad.", En: "A rule of the profile left out one row."),
        other: new(Fi: "Profiilin säännöt jättivät pois {n} riviä.", Sv: "Profilens regler utelämnade {n} rader.", En: "Rules of the profile left out {n} rows."));
}
