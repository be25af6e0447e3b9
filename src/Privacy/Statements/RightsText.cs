using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What the original statement leaves out and articles 13 and 14 ask for: rights, complaint, whether one must give the data, automated decisions.</summary>
internal static class RightsText
{
    public static readonly Text Title = new(Fi: "Oikeutesi", Sv: "Dina rättigheter", En: "Your rights");

    public static readonly Text Lead = new(
        Fi: "Sinulla on tietosuoja-asetuksen mukaan nämä oikeudet. Pyynnön voi tehdä yllä mainitulle rekisteriasioita hoitavalle henkilölle tai tietosuojavastaavalle. Siihen vastataan kuukauden kuluessa, eikä se maksa mitään.",
        Sv: "Enligt dataskyddsförordningen har du dessa rättigheter. En begäran kan göras hos kontaktpersonen eller dataskyddsombudet ovan. Den besvaras inom en månad och är avgiftsfri.",
        En: "Under the General Data Protection Regulation you have these rights. A request can be made to the contact person or the data protection officer above. It is answered within one month and costs nothing.");

    /// <summary>Articles 15–22, in their order.</summary>
    public static IReadOnlyList<Text> Rights { get; } =
    [
        new(
            Fi: "Oikeus saada pääsy tietoihin (15 artikla): saat tietää, mitä tietoja sinusta on, ja saat niistä jäljennöksen.",
            Sv: "Rätt att få tillgång till uppgifter (artikel 15): du får veta vilka uppgifter som finns om dig och få en kopia av dem.",
            En: "Right of access (article 15): you may know what data is held about you and get a copy of it."),
        new(
            Fi: "Oikeus tietojen oikaisemiseen (16 artikla): virheelliset tiedot korjataan ja puutteelliset täydennetään.",
            Sv: "Rätt till rättelse (artikel 16): felaktiga uppgifter rättas och ofullständiga kompletteras.",
            En: "Right to rectification (article 16): wrong data is corrected and incomplete data completed."),
        new(
            Fi: "Oikeus tietojen poistamiseen (17 artikla): tarpeettomat tiedot poistetaan. Oikeus ei koske tietoja, jotka laki velvoittaa säilyttämään.",
            Sv: "Rätt till radering (artikel 17): uppgifter som inte behövs raderas. Rätten gäller inte uppgifter som enligt lag måste förvaras.",
            En: "Right to erasure (article 17): data that is no longer needed is erased. The right does not cover data that the law requires to be kept."),
        new(
            Fi: "Oikeus käsittelyn rajoittamiseen (18 artikla): tietojasi ei käytetä sillä aikaa, kun niiden oikeellisuutta tai käyttöä selvitetään.",
            Sv: "Rätt till begränsning av behandling (artikel 18): dina uppgifter används inte medan deras riktighet eller användning utreds.",
            En: "Right to restriction (article 18): your data is not used while its accuracy or use is being examined."),
        new(
            Fi: "Oikeus saada tieto siitä, kenelle oikaisusta, poistosta tai rajoituksesta on ilmoitettu (19 artikla).",
            Sv: "Rätt att få veta vem som har underrättats om en rättelse, radering eller begränsning (artikel 19).",
            En: "Right to know who has been told of a rectification, erasure or restriction (article 19)."),
        new(
            Fi: "Oikeus siirtää tiedot järjestelmästä toiseen (20 artikla): koskee itse antamiasi tietoja silloin, kun käsittely perustuu sopimukseen tai suostumukseen.",
            Sv: "Rätt till dataportabilitet (artikel 20): gäller uppgifter som du själv har lämnat när behandlingen grundar sig på avtal eller samtycke.",
            En: "Right to data portability (article 20): covers data that you have given yourself, where processing is based on a contract or consent."),
        new(
            Fi: "Vastustamisoikeus (21 artikla): koskee käsittelyä, joka perustuu yleiseen etuun tai julkisen vallan käyttöön.",
            Sv: "Rätt att göra invändningar (artikel 21): gäller behandling som grundar sig på allmänt intresse eller utövande av offentlig makt.",
            En: "Right to object (article 21): covers processing based on the public interest or the exercise of official authority."),
        new(
            Fi: "Oikeus olla joutumatta automaattisen päätöksen kohteeksi (22 artikla): palvelussa ei tehdä automaattisia päätöksiä eikä profilointia.",
            Sv: "Rätt att inte bli föremål för automatiserade beslut (artikel 22): i tjänsten fattas inga automatiserade beslut och görs ingen profilering.",
            En: "Right not to be subject to automated decisions (article 22): the service makes no automated decisions and does no profiling."),
    ];

    public static readonly Text Own = new(Fi: "Näe omat tietosi", Sv: "Se dina egna uppgifter", En: "See your own data");

    public static readonly Text MustGive = new(
        Fi: "Selosteessa luetellut tiedot ovat edellytys palvelun käytölle. Oma kuva on vapaaehtoinen.",
        Sv: "Uppgifterna som räknas upp i beskrivningen är en förutsättning för att använda tjänsten. En egen bild är frivillig.",
        En: "The data listed in the statement is needed to use the service. A picture of yourself is voluntary.");

    public static readonly Text ComplaintTitle = new(
        Fi: "Valitus tietosuojavaltuutetulle", Sv: "Klagomål till dataombudsmannen", En: "Complaint to the Data Protection Ombudsman");

    public static readonly Text Complaint = new(
        Fi: "Jos katsot, että henkilötietojasi käsitellään lainvastaisesti, voit valittaa valvontaviranomaiselle:",
        Sv: "Om du anser att dina personuppgifter behandlas i strid med lagen kan du anföra klagomål hos tillsynsmyndigheten:",
        En: "If you consider that your personal data is processed against the law, you can complain to the supervisory authority:");

    public static readonly Text Ombudsman = new(
        Fi: "Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki, puh. 029 566 6700, tietosuoja@om.fi, tietosuoja.fi",
        Sv: "Dataombudsmannens byrå, PB 800, 00531 Helsingfors, tfn 029 566 6700, tietosuoja@om.fi, tietosuoja.fi",
        En: "Office of the Data Protection Ombudsman, PO Box 800, 00531 Helsinki, Finland, tel. +358 29 566 6700, tietosuoja@om.fi, tietosuoja.fi");
}
