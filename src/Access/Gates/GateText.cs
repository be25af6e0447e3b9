using Tupa.Kernel;

namespace Tupa.Access;

internal static class GateText
{
    public static readonly Text NoticeTitle = new(Fi: "Mitä Tupa tietää sinusta", Sv: "Vad Tupa vet om dig", En: "What Tupa knows about you");
    public static readonly Text NoticeLead = new(
        Fi: "Tietosi eivät ole tulleet sinulta, joten kerromme, mitä niistä on ja mistä ne on saatu (tietosuoja-asetus, 14 artikla).",
        Sv: "Dina uppgifter kommer inte från dig själv. Därför berättar vi vilka de är och var vi har fått dem (dataskyddsförordningen, artikel 14).",
        En: "Your data did not come from you, so we tell you what there is and where it was obtained (GDPR, Article 14).");

    public static readonly Text Held = new(Fi: "Tietosi ja niiden lähteet", Sv: "Dina uppgifter och deras källor", En: "Your data and its sources");
    public static readonly Text Field = new(Fi: "Tieto", Sv: "Uppgift", En: "Item");
    public static readonly Text Value = new(Fi: "Arvo", Sv: "Värde", En: "Value");
    public static readonly Text From = new(Fi: "Lähde ja päivä", Sv: "Källa och dag", En: "Source and day");
    public static readonly Text Seen = new(Fi: "Kuka näkee", Sv: "Vem ser", En: "Who sees");
    public static readonly Text Ends = new(Fi: "Mihin asti", Sv: "Till när", En: "Until when");
    public static readonly Text Derived = new(Fi: "Johdettu tehtävästäsi", Sv: "Följer av din uppgift", En: "Follows from your duty");

    public static readonly Text More = new(Fi: "Miksi, kuinka kauan ja mitä voit tehdä", Sv: "Varför, hur länge och vad du kan göra", En: "Why, how long and what you can do");
    public static readonly Text Purpose = new(
        Fi: "Tietoja käytetään, jotta pääset kaupungin sähköiseen työskentely-ympäristöön ja oikeat ihmiset näkevät tekemäsi työn. Muuhun niitä ei käytetä.",
        Sv: "Uppgifterna används för att du ska komma in i stadens elektroniska arbetsmiljö och för att rätt personer ska se ditt arbete. De används inte till något annat.",
        En: "The data is used so that you get into the city's digital working environment and the right people see your work. It is used for nothing else.");

    public static readonly Text Technical = new(
        Fi: "Lisäksi Tupa pitää kirjaa siitä, milloin ja millaisella laitteella kirjaudut ja mitä teet tiedoille. Salasanasi tallennetaan vain tiivisteenä.",
        Sv: "Dessutom antecknar Tupa när och med vilken sorts enhet du loggar in och vad du gör med uppgifterna. Ditt lösenord lagras bara som ett hashvärde.",
        En: "Tupa also notes when and with what kind of device you sign in and what you do to data. Your password is kept only as a digest.");

    public static readonly Text Retention = new(
        Fi: "Kun viimeinen tehtäväsi päättyy, käyttäjätunnus poistuu heti ja kaikki henkilötietosi viimeistään yhdeksässä kuukaudessa.",
        Sv: "När din sista uppgift upphör tas användarnamnet bort genast och alla dina personuppgifter senast inom nio månader.",
        En: "When your last duty ends, the user ID goes at once and all your personal data within nine months.");

    public static readonly Text Rights = new(
        Fi: "Näet tietosi aina, voit pyytää niihin korjausta ja ottaa ne mukaasi. Tietosuojavastaavan yhteystiedot, oikeusperusteen ja oikeutesi kertoo tietosuojaseloste. Voit myös valittaa tietosuojavaltuutetulle.",
        Sv: "Du ser alltid dina uppgifter, kan be om rättelse och ta dem med dig. Dataskyddsombudets kontaktuppgifter, den rättsliga grunden och dina rättigheter finns i dataskyddsbeskrivningen. Du kan också klaga hos dataombudsmannen.",
        En: "You always see your data, can ask for it to be put right and can take it with you. The privacy statement gives the data protection officer's contact details, the legal basis and your rights. You may also complain to the Data Protection Ombudsman.");

    public static readonly Text Statement = new(Fi: "Lue tietosuojaseloste", Sv: "Läs dataskyddsbeskrivningen", En: "Read the privacy statement");
    public static readonly Text Read = new(Fi: "Olen lukenut tämän", Sv: "Jag har läst detta", En: "I have read this");

    public static readonly Text PupilTitle = new(Fi: "Hei! Tämä on Tupa", Sv: "Hej! Det här är Tupa", En: "Hello! This is Tupa");
    public static readonly IReadOnlyList<Text> PupilSentences =
    [
        new(Fi: "Tupa on koulusi yhteinen paikka netissä.", Sv: "Tupa är skolans gemensamma plats på nätet.", En: "Tupa is a place your school shares on the net."),
        new(Fi: "Tupa tietää sinusta nämä asiat.", Sv: "Det här vet Tupa om dig.", En: "Tupa knows these things about you."),
        new(Fi: "Koulu on antanut ne. Et kirjoittanut niitä itse.", Sv: "Skolan har gett dem. Du skrev dem inte själv.", En: "The school gave them. You did not write them yourself."),
        new(Fi: "Luokkasi ja opettajasi näkevät nimesi. Muut eivät.", Sv: "Din klass och dina lärare ser ditt namn. Andra gör det inte.", En: "Your class and your teachers see your name. Others do not."),
        new(Fi: "Jos jokin on väärin, kerro opettajalle.", Sv: "Säg till läraren om något är fel.", En: "If something is wrong, tell your teacher."),
        new(Fi: "Kun lähdet koulusta, tietosi poistetaan.", Sv: "När du slutar i skolan tas uppgifterna bort.", En: "When you leave the school, your data is removed."),
        new(Fi: "Älä kerro salasanaasi kenellekään.", Sv: "Berätta inte ditt lösenord för någon.", En: "Do not tell anyone your password."),
    ];

    public static readonly Text PupilRead = new(Fi: "Selvä!", Sv: "Jag förstår!", En: "I understand!");
}
