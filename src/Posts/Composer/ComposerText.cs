using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The words of the composer.</summary>
internal static class ComposerText
{
    public static readonly Text NewPost = new(Fi: "Uusi julkaisu", Sv: "Nytt inlägg", En: "New post");
    public static readonly Text EditPost = new(Fi: "Muokkaa julkaisua", Sv: "Redigera inlägget", En: "Edit the post");
    public static readonly Text Where = new(Fi: "Mihin tilaan kirjoitat?", Sv: "I vilken arbetsyta skriver du?", En: "In which space do you write?");
    public static readonly Text Nowhere = new(Fi: "Et voi vielä kirjoittaa mihinkään tilaan", Sv: "Du kan ännu inte skriva i någon arbetsyta", En: "There is no space you can write in yet");
    public static readonly Text NowhereWords = new(
        Fi: "Liity tilaan, tai pyydä tilanhoitajalta oikeus kirjoittaa.",
        Sv: "Gå med i en arbetsyta, eller be den ansvariga om rätt att skriva.",
        En: "Join a space, or ask its steward for the right to write.");
    public static readonly Text SeeSpaces = new(Fi: "Katso työtilat", Sv: "Se arbetsytorna", En: "See the spaces");
    public static readonly Text DraftsShort = new(Fi: "Luonnokset", Sv: "Utkast", En: "Drafts");
    public static readonly Text Content = new(Fi: "Sisältö", Sv: "Innehåll", En: "Content");
    public static readonly Text Title = new(Fi: "Otsikko", Sv: "Rubrik", En: "Heading");
    public static readonly Text Body = new(Fi: "Teksti", Sv: "Text", En: "Text");
    public static readonly Text BodyHelp = new(
        Fi: "**lihavointi**, *kursiivi*, - luettelo, [linkki](https://…). Mainitse henkilö, joka näkee tämän: @ ja nimen alku.",
        Sv: "**fet**, *kursiv*, - lista, [länk](https://…). Nämn någon som ser det här: @ och början av namnet.",
        En: "**bold**, *italic*, - list, [link](https://…). Mention somebody who sees this: @ and the beginning of the name.");
    public static readonly Text Files = new(Fi: "Kuvat ja liitteet", Sv: "Bilder och bilagor", En: "Pictures and files");
    public static readonly Text Times = new(Fi: "Ajastus ja lukeminen", Sv: "Tider och läsning", En: "Times and reading");
    public static readonly Text When = new(Fi: "Milloin julkaistaan?", Sv: "När publiceras det?", En: "When is it published?");
    public static readonly Text Now = new(Fi: "Heti", Sv: "Genast", En: "At once");
    public static readonly Text Later = new(Fi: "Ajastettuna", Sv: "Schemalagt", En: "Scheduled");
    public static readonly Text Day = new(Fi: "Julkaisupäivä", Sv: "Publiceringsdag", En: "Day of publishing");
    public static readonly Text Time = new(Fi: "Kellonaika", Sv: "Klockslag", En: "Time");
    public static readonly Text TimeHelp = new(Fi: "Suomen aikaa. Ilman kellonaikaa klo 8.", Sv: "Finsk tid. Utan klockslag kl. 8.", En: "Finnish time. 8:00 when left empty.");
    public static readonly Text UntilDay = new(Fi: "Poistuu näkyvistä", Sv: "Försvinner ur vyn", En: "Goes from sight");
    public static readonly Text UntilHelp = new(
        Fi: "Sen jälkeen julkaisun näkevät vain kirjoittaja sekä tilan hoitajat ja muokkaajat. Ilman kellonaikaa päivän lopussa.",
        Sv: "Därefter ses inlägget bara av skribenten och arbetsytans ansvariga och redigerare. Utan klockslag vid dagens slut.",
        En: "After that only its author and the stewards and editors of the space see it. At the end of the day when no time is given.");
    public static readonly Text MustRead = new(Fi: "Pyydä kaikilta kuittaus luetuksi", Sv: "Be alla kvittera att de har läst", En: "Ask everyone to confirm reading");
    public static readonly Text MustDay = new(Fi: "Luettava viimeistään", Sv: "Ska läsas senast", En: "To be read by");
    public static readonly Text MustHelp = new(
        Fi: "Ketkä eivät ole vielä kuitanneet, näkyy vain sinulle ja tilanhoitajille. Ilman kellonaikaa klo 16.",
        Sv: "Vilka som ännu inte har kvitterat ses bara av dig och arbetsytans ansvariga. Utan klockslag kl. 16.",
        En: "Only you and the stewards see who has not confirmed yet. 16:00 when no time is given.");
    public static readonly Text Pin = new(Fi: "Kiinnitä tilan alkuun", Sv: "Fäst överst i arbetsytan", En: "Pin to the top of the space");
    public static readonly Text WhoSees = new(Fi: "Kuka näkee tämän?", Sv: "Vem ser det här?", En: "Who sees this?");
    public static readonly Text Limit = new(Fi: "Rajaus", Sv: "Avgränsning", En: "Limit");
    public static readonly Text OnlyGroups = new(Fi: "Vain valitut ryhmät", Sv: "Bara valda grupper", En: "Only chosen groups");
    public static readonly Text SameAsNow = new(Fi: "Samat kuin nyt", Sv: "Samma som nu", En: "The same as now");
    public static readonly Text Groups = new(Fi: "Ryhmät", Sv: "Grupper", En: "Groups");
    public static readonly Text ChooseGroups = new(Fi: "Valitse ainakin yksi ryhmä.", Sv: "Välj minst en grupp.", En: "Choose at least one group.");
    public static readonly Text Update = new(Fi: "Päivitä", Sv: "Uppdatera", En: "Update");
    public static readonly Text ShowAll = new(Fi: "Näytä kaikki nimet ja perusteet", Sv: "Visa alla namn och grunder", En: "Show all names and reasons");
    public static readonly Text NoPupils = new(Fi: "Oppilaat eivät näe tätä.", Sv: "Elever ser inte det här.", En: "Pupils do not see this.");
    public static readonly Text LaterMembers = new(
        Fi: "Jäsen, joka liittyy myöhemmin, näkee julkaisun. Turvakiellon suojaamat henkilöt lasketaan mukaan, mutta heitä ei nimetä.",
        Sv: "Den som blir medlem senare ser inlägget. Personer med spärrmarkering räknas med men nämns inte vid namn.",
        En: "A member who joins later will see the post. People whose data is protected are counted but not named.");
    public static readonly Text Preview = new(Fi: "Esikatselu", Sv: "Förhandsvisning", En: "Preview");
    public static readonly Text GoOnWriting = new(Fi: "Jatka kirjoittamista", Sv: "Fortsätt skriva", En: "Go on writing");
    public static readonly Text NothingToPreview = new(
        Fi: "Kirjoita tai liitä ensin jotain, niin näet sen tässä.",
        Sv: "Skriv eller bifoga först något, så ser du det här.",
        En: "Write or attach something first, and you will see it here.");
    public static readonly Text Save = new(Fi: "Tallenna muutokset", Sv: "Spara ändringarna", En: "Save the changes");
    public static readonly Text NotATime = new(
        Fi: "Anna päivä ja kellonaika, esimerkiksi 24.11.2026 ja 16.00.",
        Sv: "Ange dag och klockslag, till exempel 24.11.2026 och 16.00.",
        En: "Give a day and a time, for example 24.11.2026 and 16:00.");
    public static readonly Text TimePassed = new(
        Fi: "Aika on jo mennyt. Valitse tuleva aika tai julkaise heti.",
        Sv: "Tiden har redan gått. Välj en kommande tid eller publicera genast.",
        En: "That time has passed. Choose a coming time or publish at once.");
    public static readonly Text Drafts = new(Fi: "Omat luonnokset", Sv: "Egna utkast", En: "My drafts");
    public static readonly Text DraftsLead = new(
        Fi: "Luonnokset näet vain sinä. Luonnos, johon ei kosketa puoleen vuoteen, poistuu.",
        Sv: "Bara du ser dina utkast. Ett utkast som inte rörs på ett halvt år tas bort.",
        En: "Only you see your drafts. A draft that is not touched for half a year goes.");
    public static readonly Text NoDrafts = new(Fi: "Sinulla ei ole luonnoksia", Sv: "Du har inga utkast", En: "You have no drafts");
    public static readonly Text NoDraftsWords = new(
        Fi: "Kun alat kirjoittaa julkaisua, se tallentuu tänne itsestään.",
        Sv: "När du börjar skriva ett inlägg sparas det här av sig självt.",
        En: "When you begin to write a post, it is saved here by itself.");
    public static readonly Text ThrowAway = new(Fi: "Hylkää luonnos", Sv: "Kasta utkastet", En: "Discard the draft");
    public static readonly Text Write = new(Fi: "Kirjoita työtilaan…", Sv: "Skriv i arbetsytan…", En: "Write to the space…");

    public static Text Publish(int n) => Text.Count(n,
        one: new(Fi: "Julkaise 1 henkilölle", Sv: "Publicera för 1 person", En: "Publish to 1 person"),
        other: new(Fi: "Julkaise {n} henkilölle", Sv: "Publicera för {n} personer", En: "Publish to {n} people"));

    /// <summary>Follows the total, which stands alone in large figures.</summary>
    public static Text PeopleAfterNumber(int n) => n == 1
        ? new(Fi: "henkilö", Sv: "person", En: "person")
        : new(Fi: "henkilöä", Sv: "personer", En: "people");

    public static Text OfWhichOutside(int n) => Text.Count(n,
        one: new(Fi: ", joista 1 kaupungin ulkopuolelta", Sv: ", varav 1 utanför staden", En: ", of whom 1 from outside the city"),
        other: new(Fi: ", joista {n} kaupungin ulkopuolelta", Sv: ", varav {n} utanför staden", En: ", of whom {n} from outside the city"));

    public static Text WholeSpace(int n) => Text.Count(n,
        one: new(Fi: "Koko tila, 1 henkilö", Sv: "Hela arbetsytan, 1 person", En: "The whole space, 1 person"),
        other: new(Fi: "Koko tila, {n} henkilöä", Sv: "Hela arbetsytan, {n} personer", En: "The whole space, {n} people"));

    public static Text Group(string name, int n) => Text.Count(n,
        one: new(Fi: $"{name}, 1 henkilö", Sv: $"{name}, 1 person", En: $"{name}, 1 person"),
        other: new(Fi: $"{name}, {{n}} henkilöä", Sv: $"{name}, {{n}} personer", En: $"{name}, {{n}} people"));

    public static string Outside(int n) => new Text(
        Fi: $"Kaupungin ulkopuolelta, {Say.Number(n)}", Sv: $"Utanför staden, {Say.Number(n)}", En: $"From outside the city, {Say.Number(n)}");

    public static string Staff(int n) => new Text(
        Fi: $"Kaupungin henkilöstö, {Say.Number(n)}", Sv: $"Stadens personal, {Say.Number(n)}", En: $"Staff of the city, {Say.Number(n)}");

    public static string Elected(int n) => new Text(
        Fi: $"Luottamushenkilöt, {Say.Number(n)}", Sv: $"Förtroendevalda, {Say.Number(n)}", En: $"Elected officials, {Say.Number(n)}");

    public static string Pupils(int n) => new Text(
        Fi: $"Oppilaat ja opiskelijat, {Say.Number(n)}", Sv: $"Elever och studerande, {Say.Number(n)}", En: $"Pupils and students, {Say.Number(n)}");

    public static string Saved(string time) => new Text(
        Fi: $"Luonnos tallennettu {time}", Sv: $"Utkastet sparat {time}", En: $"Draft saved {time}");

    public static string SavedInSpace(string space, string moment) => new Text(
        Fi: $"{space}, tallennettu {moment}", Sv: $"{space}, sparat {moment}", En: $"{space}, saved {moment}");
}
