using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Technical and organisational protection, and retention.</summary>
internal static class StatementProtections
{
    private static readonly Text NotBuilt = new(
        Fi: "Toimintoa, joka toteuttaa tämän, ei ole otettu käyttöön.",
        Sv: "Funktionen som förverkligar detta har inte tagits i bruk.",
        En: "The function that carries this out has not been taken into use.");

    public static StatementSection Technical(StatementOptions city) => new("technical", StatementText.Technical,
    [
        new(
        [
            new Sentence(new(
                $"Sähköinen työskentely-ympäristö sijaitsee {city.CityOf.Fi} palvelinympäristössä ja Saas-palveluna.",
                $"Den elektroniska arbetsmiljön finns i {city.CityOf.Sv} servermiljö och som SaaS-tjänst.",
                $"The digital working environment is located in {city.CityOf.En} server environment and as a SaaS service.")).By(AttestedClaims.HostedByCity),
            new Sentence(new(
                $"Henkilörekisteri sijaitsee {city.CityOf.Fi} palvelinympäristössä, jonka fyysinen hallinnointi on ulkoistettu Kuntien Tiera Oy:lle.",
                $"Personregistret finns i {city.CityOf.Sv} servermiljö, vars fysiska förvaltning har lagts ut på Kuntien Tiera Oy.",
                $"The personal data file is located in {city.CityOf.En} server environment, the physical administration of which is outsourced to Kuntien Tiera Oy.")).By(AttestedClaims.HostedByTiera),
            new(new(
                $"Palvelinympäristö ja päätelaitteet ovat osa {city.CityOf.Fi} tietoverkkoa, joka on suojattu palomuurilla, keskitetyllä haittaohjelmien torjunnalla sekä keskitetyllä käyttäjätunnistuksella.",
                $"Servermiljön och terminalerna är en del av {city.CityOf.Sv} datanät, som är skyddat med brandvägg, centraliserat skydd mot skadlig programvara och centraliserad användaridentifiering.",
                $"The server environment and the devices are part of {city.CityOf.En} network, which is protected by a firewall, central malware protection and central authentication."), NotBuilt),
            new(new(
                $"{city.CityOf.Fi} tietoverkko on sisäisesti jaoteltu siten, että tietoliikenneyhteyden muodostaminen henkilörekisteriin on mahdollista vain henkilörekisteriä käyttävien toimialueiden päätelaitteista.",
                $"{city.CityOf.Sv} datanät är internt indelat så att en förbindelse till personregistret kan upprättas endast från terminaler i de områden som använder registret.",
                $"{city.CityOf.En} network is divided internally so that a connection to the personal data file can be made only from the devices of the areas that use it."), NotBuilt),
            new Sentence(new(
                Fi: "Palvelinympäristöstä otetaan säännöllisesti varmuuskopio.",
                Sv: "Servermiljön säkerhetskopieras regelbundet.",
                En: "The server environment is backed up regularly.")).By("backup.last"),
        ]),
        new(
        [
            new Sentence(new(
                Fi: "Sähköinen työskentely-ympäristön järjestelmätoimittaja huolehtii tietojen teknisestä suojauksesta.",
                Sv: "Systemleverantören för den elektroniska arbetsmiljön sköter det tekniska skyddet av uppgifterna.",
                En: "The system supplier of the digital working environment takes care of the technical protection of the data.")).By(AttestedClaims.SupplierProtects),
            new Sentence(new(
                Fi: "Järjestelmätoimittaja ylläpitää järjestelmää sekä huolehtii järjestelmän tietojen varmuuskopioinnista säännöllisesti.",
                Sv: "Systemleverantören upprätthåller systemet och sköter regelbundet säkerhetskopieringen av uppgifterna i systemet.",
                En: "The system supplier maintains the system and backs up its data regularly.")).By(AttestedClaims.SupplierBacksUp),
            new Sentence(new(
                Fi: "Henkilörekisteri toimii Saas-palveluna ja sijaitsee järjestelmätoimittajan palvelinympäristössä.",
                Sv: "Personregistret fungerar som SaaS-tjänst och finns i systemleverantörens servermiljö.",
                En: "The personal data file works as a SaaS service and is located in the system supplier's server environment.")).By(AttestedClaims.HostedBySupplier),
        ]),
    ]);

    public static StatementSection Organisational() => new("organisational", StatementText.Organisational,
    [
        new(
        [
            new Sentence(new(
                Fi: "Järjestelmää käyttävät vain sellaiset henkilöt, jotka tarvitsevat tietoja työtehtäviensä hoitoon.",
                Sv: "Systemet används endast av personer som behöver uppgifterna för att sköta sina arbetsuppgifter.",
                En: "The system is used only by people who need the data for their duties.")).By("access.accounts"),
            new Sentence(new(
                Fi: "Järjestelmän käyttäjillä on henkilökohtaiset käyttäjätunnukset ja salasanat.",
                Sv: "Systemets användare har personliga användarnamn och lösenord.",
                En: "The users of the system have personal user IDs and passwords.")).By("access.accounts"),
            new Sentence(new(
                Fi: "Pääsy salassa pidettäviin tietoihin on rajattu käyttöoikeuksin.",
                Sv: "Åtkomsten till sekretessbelagda uppgifter har begränsats med behörigheter.",
                En: "Access to confidential data is limited by access rights.")).By("access.ends", "access.pledges"),
            new Sentence(new(
                Fi: "Käyttöoikeus päättyy henkilön siirtyessä pois niistä tehtävistä, joita varten hänelle on myönnetty käyttöoikeus.",
                Sv: "Behörigheten upphör när personen lämnar de uppgifter för vilka behörigheten har beviljats.",
                En: "An access right ends when the person leaves the duties for which it was granted.")).By("access.ends"),
            new Sentence(new(
                Fi: "Samalla poistuu käyttäjätunnus.",
                Sv: "Samtidigt tas användarnamnet bort.",
                En: "The user ID is removed at the same time.")).By("access.accounts"),
            new Sentence(new(
                Fi: "Tietoja käsitellään luottamuksellisesti ja henkilökuntaa sitoo vaitiolovelvollisuus.",
                Sv: "Uppgifterna behandlas konfidentiellt och personalen är bunden av tystnadsplikt.",
                En: "The data is handled in confidence, and staff are bound by a duty of confidentiality.")).By("access.pledges"),
            new(new(
                Fi: "Käyttäjiä koulutetaan ja ohjeistetaan säännöllisesti.",
                Sv: "Användarna får regelbundet utbildning och anvisningar.",
                En: "Users are trained and given guidance regularly."), NotBuilt),
        ]),
    ]);

    /// <summary>The section of the nine months, beside which stands how many a legal hold keeps longer.</summary>
    public const string RetentionId = "retention";

    public static StatementSection Retention() => new(RetentionId, StatementText.Retention,
    [
        new(
        [
            new(new(
                Fi: "Tietojen säilyttämisessä ja hävittämisessä noudatetaan kaupungin tiedonhallintasuunnitelmia ja tiedonohjaussuunnitelmaa ja lainsäädännön velvoittamia tietojen säilytysaikoja.",
                Sv: "Vid förvaringen och förstöringen av uppgifter följs stadens informationshanteringsplaner och informationsstyrningsplan samt de förvaringstider som lagstiftningen kräver.",
                En: "Data is kept and destroyed according to the city's information management plans and records management plan and the retention periods that the law requires."), NotBuilt),
            new Sentence(new(
                Fi: "Henkilötietoja säilytetään enintään 9 kuukautta palvelun käytön päättymisestä.",
                Sv: "Personuppgifter förvaras högst 9 månader efter att användningen av tjänsten har upphört.",
                En: "Personal data is kept for at most 9 months after the use of the service has ended.")).By("privacy.nine-months"),
        ]),
    ]);
}
