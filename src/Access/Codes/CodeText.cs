using Tupa.Kernel;

namespace Tupa.Access;

internal static class CodeText
{
    public static readonly Text FirstTitle = new(Fi: "Anna uusi salasana kertakoodilla", Sv: "Ange ett nytt lösenord med engångskoden", En: "Set a password with a one-time code");
    public static readonly Text FirstLead = new(
        Fi: "Kertakoodi on neljä sanaa lapussa, jonka sait esihenkilöltäsi, opettajaltasi tai koulusihteeriltä.",
        Sv: "Engångskoden är fyra ord på lappen som du fick av din chef, lärare eller skolsekreterare.",
        En: "The one-time code is four words on the slip you got from your supervisor, teacher or school secretary.");

    public static readonly Text Words = new(Fi: "Neljä sanaa", Sv: "Fyra ord", En: "Four words");
    public static readonly Text WordsHelp = new(Fi: "Väli jokaisen sanan jälkeen.", Sv: "Mellanslag efter varje ord.", En: "A space after each word.");
    public static readonly Text SetPassword = new(Fi: "Aseta salasana", Sv: "Ange lösenordet", En: "Set the password");
    public static readonly Text Wrong = new(
        Fi: "Käyttäjätunnus tai kertakoodi on väärin, tai koodi on jo käytetty tai vanhentunut. Tarkista ne tai pyydä uusi koodi.",
        Sv: "Användarnamnet eller engångskoden är fel, eller så är koden redan använd eller för gammal. Kontrollera dem eller be om en ny kod.",
        En: "The user ID or the one-time code is wrong, or the code has been used or has run out. Check them or ask for a new code.");

    public static readonly Text CardTitle = new(Fi: "Kirjautuminen", Sv: "Inloggning", En: "Sign-in");
    public static readonly Text CardNote = new(
        Fi: "Jos salasana on unohtunut tai sitä ei vielä ole, anna kertakoodi: neljä sanaa, jotka kelpaavat kerran.",
        Sv: "Om lösenordet är glömt eller ännu saknas, ge en engångskod: fyra ord som gäller en gång.",
        En: "If the password is forgotten or not yet set, give a one-time code: four words that work once.");

    public static readonly Text NoUserId = new(
        Fi: "Henkilöllä ei ole vielä käyttäjätunnusta. Se tulee lähdejärjestelmästä.",
        Sv: "Personen har inget användarnamn ännu. Det kommer från källsystemet.",
        En: "The person has no user ID yet. It comes from the source system.");

    public static readonly Text ForgottenTitle = new(Fi: "Unohtunut salasana", Sv: "Glömt lösenord", En: "Forgotten password");
    public static readonly Text ForgottenLead = new(
        Fi: "Lähetämme työsähköpostiisi linkin, jolla annat uuden salasanan. Jos sinulla ei ole työsähköpostia, pyydä kertakoodi.",
        Sv: "Vi skickar en länk till din arbetsmejl; med den anger du ett nytt lösenord. Be om en engångskod om du inte har någon arbetsmejl.",
        En: "We send a link to your work e-mail, with which you set a new password. If you have no work e-mail, ask for a one-time code.");

    public static readonly Text NoMail = new(
        Fi: "Tässä asennuksessa ei ole sähköpostipalvelinta, joten linkkiä ei voi pyytää. Pyydä uusi kertakoodi esihenkilöltäsi, vastuuhenkilöltäsi, luokan opettajalta tai koulusihteeriltä.",
        Sv: "Den här installationen har ingen e-postserver, så någon länk kan inte begäras. Be om en ny engångskod av din chef, ansvarsperson, klasslärare eller skolsekreterare.",
        En: "This installation has no mail server, so no link can be asked for. Ask your supervisor, sponsor, class teacher or school secretary for a new one-time code.");

    public static readonly Text SendLink = new(Fi: "Lähetä linkki", Sv: "Skicka länken", En: "Send the link");
    public static readonly Text Sent = new(Fi: "Katso sähköpostisi", Sv: "Titta i din e-post", En: "Look at your e-mail");
    public static readonly Text SentLead = new(
        Fi: "Jos tunnus on olemassa ja siihen kuuluu työsähköposti, linkki on matkalla. Se käy 30 minuuttia.",
        Sv: "Om användarnamnet finns och har en arbetsmejl är länken på väg. Den gäller i 30 minuter.",
        En: "If the user ID exists and has a work e-mail, the link is on its way. It works for 30 minutes.");

    public static readonly Text OldLink = new(
        Fi: "Linkki on jo käytetty tai vanhentunut. Pyydä uusi.",
        Sv: "Länken är redan använd eller för gammal. Be om en ny.",
        En: "The link has been used or has run out. Ask for a new one.");

    public static readonly Text NewTitle = new(Fi: "Anna uusi salasana", Sv: "Ange ett nytt lösenord", En: "Set a new password");

    public static readonly Text IssueTitle = new(Fi: "Uusi kertakoodi", Sv: "Ny engångskod", En: "New one-time code");
    public static readonly Text IssueLead = new(
        Fi: "Kertakoodilla henkilö antaa itselleen uuden salasanan. Koodi näytetään kerran, käy kerran ja vanhenee 14 päivässä. Aiemmat koodit lakkaavat. Henkilö saa tiedon.",
        Sv: "Med engångskoden anger personen själv ett nytt lösenord. Koden visas en gång, gäller en gång och går ut om 14 dagar. Tidigare koder upphör. Personen får veta det.",
        En: "With a one-time code the person sets a new password. It is shown once, works once and runs out in 14 days. Earlier codes are void. The person is told.");

    public static readonly Text Issue = new(Fi: "Tee kertakoodi", Sv: "Skapa engångskod", En: "Make a one-time code");
    public static readonly Text SlipsTitle = new(Fi: "Kertakoodit", Sv: "Engångskoder", En: "One-time codes");
    public static readonly Text SlipsLead = new(
        Fi: "Koodit näytetään vain nyt. Tulosta laput ja anna kullekin omansa.",
        Sv: "Koderna visas bara nu. Skriv ut lapparna och ge var och en sin egen.",
        En: "The codes are shown only now. Print the slips and give each person their own.");

    public static readonly Text HowToUse = new(
        Fi: "Avaa Tupa, valitse ”Minulla on kertakoodi” ja kirjoita neljä sanaa.",
        Sv: "Öppna Tupa, välj ”Jag har en engångskod” och skriv de fyra orden.",
        En: "Open Tupa, choose “I have a one-time code” and type the four words.");

    public static readonly Text ClassTitle = new(Fi: "Luokan kertakoodit", Sv: "Klassens engångskoder", En: "One-time codes of the class");
    public static readonly Text ClassLead = new(
        Fi: "Tee uusi koodi yhdelle oppilaalle tai tulosta laput koko luokalle.",
        Sv: "Skapa en ny kod för en elev eller skriv ut lappar för hela klassen.",
        En: "Make a new code for one pupil or print slips for the whole class.");

    public static readonly Text NewCode = new(Fi: "Uusi koodi", Sv: "Ny kod", En: "New code");
    public static readonly Text PrintClass = new(Fi: "Tee laput koko luokalle", Sv: "Gör lappar för hela klassen", En: "Make slips for the whole class");
    public static readonly Text PrintClassNote = new(
        Fi: "Jokainen oppilas saa uuden koodin, ja aiemmat koodit lakkaavat. Vanhat salasanat käyvät, kunnes uusi on annettu.",
        Sv: "Varje elev får en ny kod och tidigare koder upphör. De gamla lösenorden gäller tills ett nytt har angetts.",
        En: "Every pupil gets a new code and the earlier ones are void. Old passwords work until a new one is set.");

    public static string Until(DateTime utc) => new Text(
        Fi: $"Käy kerran, {Say.Day(utc)} asti.", Sv: $"Gäller en gång, till {Say.Day(utc)}.", En: $"Works once, until {Say.Day(utc)}.");

    public static readonly Text MailSubject = new(Fi: "Uusi salasana Tupaan", Sv: "Nytt lösenord till Tupa", En: "A new password for Tupa");

    public static Text MailBody(string link) => new(
        Fi: $"Hei,\n\nanna uusi salasana tästä linkistä 30 minuutin kuluessa:\n{link}\n\nJos et pyytänyt linkkiä, sinun ei tarvitse tehdä mitään: salasanasi on ennallaan.\n",
        Sv: $"Hej,\n\nange ett nytt lösenord via den här länken inom 30 minuter:\n{link}\n\nOm du inte bad om länken behöver du inte göra något: ditt lösenord är oförändrat.\n",
        En: $"Hello,\n\nset a new password with this link within 30 minutes:\n{link}\n\nIf you did not ask for it, you need do nothing: your password is as it was.\n");
}
