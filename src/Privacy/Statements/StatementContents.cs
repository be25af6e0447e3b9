using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Purpose, data contents, sources and disclosure.</summary>
internal static class StatementContents
{
    public static StatementSection Purpose(StatementOptions city) => new("purpose", StatementText.Purpose,
    [
        new(
        [
            new(new(
                Fi: "Sähköistä työskentely-ympäristöä käytetään työsuhteen, luottamushenkilöiden ja yhteistyökumppaneiden työtehtävien ja velvoitteiden täyttämiseen.",
                Sv: "Den elektroniska arbetsmiljön används för att sköta de arbetsuppgifter och skyldigheter som följer av anställningen eller som förtroendevalda och samarbetspartner har.",
                En: "The digital working environment is used to carry out the duties and obligations of employment, of elected officials and of partners.")),
            new(new(
                Fi: "Työskentely-ympäristö pitää sisällään sähköisiä työvälineitä ja käyttäjien tuottamaa sisältöä.",
                Sv: "Arbetsmiljön omfattar elektroniska arbetsredskap och innehåll som användarna har skapat.",
                En: "The working environment comprises electronic tools and content made by its users.")),
        ]),
        new(
        [
            new(new($"palvelussuhteessa {city.CityInto.Fi}", $"anställd {city.CityInto.Sv}", $"in the service {city.CityInto.En}")),
            new(new($"{city.CityOf.Fi} luottamushenkilö", $"{city.CityOf.Sv} förtroendevalda", $"{city.CityOf.En} elected official")),
            new(new(
                $"rekisteröity on {city.CityOf.Fi} yhteistyökumppani tai muu kolmas osapuoli",
                $"{city.CityOf.Sv} samarbetspartner eller annan tredje part",
                $"{city.CityOf.En} partner or another third party")),
            new(new($"{city.PlaceOf.Fi} koulun oppilaat", $"elever i {city.PlaceOf.Sv} skolor", $"pupils of {city.PlaceOf.En} schools")),
        ],
        new(Fi: "Rekisteröity on", Sv: "Den registrerade är", En: "The data subject is"),
        IsList: true),
    ]);

    public static StatementSection Contents() => new("contents", StatementText.Contents,
    [
        List(DataContents.RegisterA, new(
            Fi: "Henkilökunta, luottamushenkilöt, yhteistyökumppanit tai muu kolmas osapuoli",
            Sv: "Personal, förtroendevalda, samarbetspartner eller annan tredje part",
            En: "Staff, elected officials, partners or other third parties")),
        List(DataContents.RegisterB, new(Fi: "Opetuspalvelut", Sv: "Undervisningstjänster", En: "Education services")),
        List(DataContents.Technical, new(
            Fi: "Lisäksi palvelun ylläpito edellyttää näitä tietoja",
            Sv: "För att upprätthålla tjänsten behövs dessutom",
            En: "Keeping the service also needs")),
        new(
        [
            new(new(
                Fi: "Käyttäjän tuottamilla sisällöillä tarkoitetaan järjestelmään määritellylle käyttäjäjoukolle vietyjä kuvia, tekstejä, linkkejä, videoita ja äänitiedostoja.",
                Sv: "Med innehåll som användaren har skapat avses bilder, texter, länkar, videor och ljudfiler som har förts in i systemet för en bestämd användarkrets.",
                En: "Content made by users means images, texts, links, videos and audio files brought into the system for a defined audience.")),
            new(new(
                Fi: "Sisältöä ovat myös asiakirjat, kuten PDF- ja toimisto-ohjelmien tiedostot.",
                Sv: "Innehåll är också dokument, till exempel PDF-filer och filer från kontorsprogram.",
                En: "Documents such as PDF and office files are content too.")),
            new(new(
                Fi: "Käyttäjä voi lisätä palveluun mm. oman kuvan itsestään.",
                Sv: "Användaren kan bland annat lägga till en egen bild av sig själv i tjänsten.",
                En: "A user may, among other things, add a picture of himself or herself to the service.")),
        ]),
    ]);

    public static StatementSection Sources(StatementOptions city) => new("sources", StatementText.Sources,
    [
        new(
        [
            new(new(Fi: "Rekisteröityjen esihenkilöt", Sv: "De registrerades chefer", En: "The data subjects' supervisors")),
            new Sentence(new(
                Fi: "Päätöksentekopalvelut toimittaa luottamushenkilöiden tiedot",
                Sv: "Beslutsservicen lämnar uppgifterna om de förtroendevalda",
                En: "Decision-making Services provides the data of elected officials")).By("register.source.decisions"),
            new Sentence(new(
                $"Yhteistyökumppanien ja kolmansien osapuolien tiedot toimittaa {city.PlaceOf.Fi} henkilökuntaan kuuluva",
                $"Uppgifterna om samarbetspartner och tredje parter lämnas av någon som hör till {city.PlaceOf.Sv} personal",
                $"The data of partners and third parties is provided by a member of {city.PlaceOf.En} staff")).By("register.partners"),
            new Sentence(new(
                Fi: "Opetuspalveluiden pääasiallinen tietolähde on oppilastietojärjestelmästä ja siinä olevat henkilökunta-, opettaja- ja oppilasrekisterit",
                Sv: "Undervisningstjänsternas huvudsakliga uppgiftskälla är elevinformationssystemet och personal-, lärar- och elevregistren i det",
                En: "The main source for education services is the student information system and its registers of staff, teachers and pupils")).By("register.source.schools"),
        ],
        IsList: true),
    ]);

    public static StatementSection Disclosure() => new("disclosure", StatementText.Disclosure,
    [
        new(
        [
            new Sentence(new(Fi: "Ei luovuteta säännönmukaisesti.", Sv: "Uppgifter lämnas inte ut regelmässigt.", En: "No data is disclosed regularly.")).By("server.outbound"),
            new(new(
                Fi: "Jos rekisterin pääkäyttäjä vie luettelon tiedostoon, siitä jää merkintä: kuka, milloin, mihin tarkoitukseen, mitkä tiedot ja kuinka monesta henkilöstä. Rekisterin pääkäyttäjät ja tietosuojavastaava näkevät merkinnät, ja ne säilytetään 5 vuotta.",
                Sv: "Om registrets huvudanvändare tar ut en lista i en fil antecknas det: vem, när, för vilket ändamål, vilka uppgifter och om hur många personer. Registrets huvudanvändare och dataskyddsombudet ser anteckningarna, och de bevaras i 5 år.",
                En: "If an administrator of the register takes a list out as a file, it is put on record: who, when, for what purpose, which data and of how many people. The administrators of the register and the data protection officer see the records, which are kept for 5 years.")),
        ]),
        new([new Sentence(new(
            Fi: "Tietoja ei luovuteta EU:n tai Euroopan talousalueen ulkopuolelle.",
            Sv: "Uppgifter lämnas inte ut till länder utanför EU eller Europeiska ekonomiska samarbetsområdet.",
            En: "No data is disclosed outside the EU or the European Economic Area.")).By("server.outbound")]),
    ]);

    private static StatementBlock List(IEnumerable<Text> fields, Text lead) => new([.. fields.Select(f => new Sentence(f))], lead, IsList: true);
}
