using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>
/// The statement in words for a ten-year-old (GDPR, article 12(1) and recital 58): what a pupil has to know, shorter than the statement and
/// never more than it. Its sentences stand on the same claims, and one that is false is not said.
/// </summary>
internal static class PlainStatement
{
    public static readonly Text Title = new(Fi: "Tietosuoja helposti", Sv: "Dataskydd på lätt språk", En: "Your data in plain words");

    public static readonly Text Lead = new(
        Fi: "Tämä sivu kertoo lyhyesti, mitä sinusta tiedetään, kuka sen näkee ja mitä voit tehdä. Koko seloste on toisella sivulla.",
        Sv: "Den här sidan berättar kort vad man vet om dig, vem som ser det och vad du kan göra. Hela beskrivningen finns på en annan sida.",
        En: "This page says in short what is known about you, who sees it and what you can do. The whole statement is on another page.");

    public static readonly Text Whole = new(Fi: "Koko tietosuojaseloste", Sv: "Hela dataskyddsbeskrivningen", En: "The whole privacy statement");
    public static readonly Text Link = new(Fi: "Helposti oppilaille", Sv: "På lätt språk för elever", En: "In plain words for pupils");
    public static readonly Text See = new(Fi: "Katso omat tietosi", Sv: "Se dina uppgifter", En: "See your own data");
    public static readonly Text Take = new(Fi: "Ota omat tietosi mukaan", Sv: "Ta med dina uppgifter", En: "Take your data with you");

    public static IReadOnlyList<StatementSection> Sections { get; } =
    [
        Part("what", new(Fi: "Mitä sinusta tiedetään", Sv: "Vad man vet om dig", En: "What is known about you"),
            new(new(
                Fi: "Nimesi, käyttäjätunnuksesi, koulusi, luokkasi ja ryhmäsi. Myös koulun sähköpostiosoite, jos sinulla on se.",
                Sv: "Ditt namn, ditt användarnamn, din skola, din klass och dina grupper. Också skolans e-postadress, om du har en.",
                En: "Your name, your user ID, your school, your class and your groups. Also your school e-mail address, if you have one.")),
            new Sentence(new(
                Fi: "Nämä tiedot tulevat koulusi järjestelmästä.", Sv: "De här uppgifterna kommer från din skolas system.", En: "This data comes from your school's system.")).By("register.source.schools"),
            new Sentence(new(
                Fi: "Muita tietoja sinusta ei kerätä.", Sv: "Andra uppgifter om dig samlas inte in.", En: "No other data about you is collected.")).By("privacy.attributes"),
            new(new(
                Fi: "Tallessa on myös se, mitä itse kirjoitat, kuvaat ja lähetät, ja milloin olet kirjautunut.",
                Sv: "Det som du själv skriver, fotograferar och skickar sparas också, och när du har loggat in.",
                En: "What you write, photograph and send yourself is kept too, and when you have signed in.")),
            new(new(
                Fi: "Oman kuvan saat lisätä, jos haluat. Voit poistaa sen milloin vain.", Sv: "Du får lägga till en bild av dig själv om du vill. Du kan ta bort den när som helst.", En: "You may add a picture of yourself if you like. You can remove it at any time."))),
        Part("who", new(Fi: "Kuka näkee sinut", Sv: "Vem som ser dig", En: "Who sees you"),
            new(new(
                Fi: "Oman luokkasi ja ryhmiesi oppilaat ja opettajat näkevät sinut. Toisen koulun oppilaat eivät löydä sinua.",
                Sv: "Elever och lärare i din klass och dina grupper ser dig. Elever i en annan skola hittar dig inte.",
                En: "Pupils and teachers of your class and your groups see you. Pupils of another school do not find you.")),
            new(new(
                Fi: "Ennen kuin julkaiset jotain, palvelu kertoo, ketkä sen näkevät.", Sv: "Innan du publicerar något berättar tjänsten vilka som ser det.", En: "Before you publish something, the service tells who will see it.")),
            new Sentence(new(
                Fi: "Aikuiset, jotka käyttävät palvelua, ovat luvanneet pitää salaisuudet.", Sv: "De vuxna som använder tjänsten har lovat att hålla hemligheter.", En: "The adults who use the service have promised to keep secrets.")).By("access.pledges")),
        Part("promises", new(Fi: "Mitä palvelu lupaa", Sv: "Vad tjänsten lovar", En: "What the service promises"),
            new Sentence(new(
                Fi: "Täällä ei ole mainoksia, eikä kukaan seuraa, mitä teet muilla sivuilla.", Sv: "Här finns ingen reklam, och ingen följer vad du gör på andra webbplatser.", En: "There are no advertisements here, and nobody follows what you do on other sites.")).By("server.headers"),
            new Sentence(new(
                Fi: "Tietojasi ei lähetetä kauas muihin maihin. Ne pysyvät Euroopassa.", Sv: "Dina uppgifter skickas inte långt bort till andra länder. De stannar i Europa.", En: "Your data is not sent far away to other countries. It stays in Europe.")).By("server.outbound"),
            new Sentence(new(
                Fi: "Tiedostot tarkistetaan, jotta niissä ei ole haittaohjelmia.", Sv: "Filer kontrolleras, så att de inte innehåller skadliga program.", En: "Files are checked, so that there is no malware in them.")).By("blobs.scanner"),
            new(new(
                Fi: "Kone ei päätä sinusta mitään.", Sv: "Ingen maskin bestämmer något om dig.", En: "No machine decides anything about you."))),
        Part("end", new(Fi: "Milloin tiedot poistetaan", Sv: "När uppgifterna raderas", En: "When your data is erased"),
            new Sentence(new(
                Fi: "Kun lähdet koulusta, et enää pääse sisään.", Sv: "När du slutar i skolan kommer du inte längre in.", En: "When you leave the school, you can no longer come in.")).By("access.ends"),
            new Sentence(new(
                Fi: "Tietosi poistetaan viimeistään 9 kuukautta sen jälkeen.", Sv: "Dina uppgifter raderas senast 9 månader efter det.", En: "Your data is erased at most 9 months after that.")).By("privacy.nine-months")),
        Part("can", new(Fi: "Mitä voit tehdä", Sv: "Vad du kan göra", En: "What you can do"),
            new(new(
                Fi: "Voit katsoa kaikki omat tietosi ja ottaa ne mukaan.", Sv: "Du kan se alla dina uppgifter och ta med dem.", En: "You can see all your data and take it with you.")),
            new(new(
                Fi: "Jos jokin tieto on väärin, pyydä, että se korjataan.", Sv: "Om någon uppgift är fel, be att den rättas.", En: "If something is wrong, ask for it to be corrected.")),
            new(new(
                Fi: "Jos joku kirjoittaa ilkeästi, tee siitä ilmoitus. Opettaja saa sen.", Sv: "Om någon skriver elakt, anmäl det. Läraren får din anmälan.", En: "If somebody writes something mean, report it. A teacher gets your report.")),
            new(new(
                Fi: "Voit kysyä apua opettajaltasi.", Sv: "Du kan be din lärare om hjälp.", En: "You can ask your teacher for help."))),
    ];

    private static StatementSection Part(string id, Text heading, params IReadOnlyList<Sentence> sentences) => new(id, heading, [new(sentences, IsList: true)]);
}
