using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>The words of home.</summary>
internal static class HomeText
{
    public static readonly Text Home = new(Fi: "Koti", Sv: "Hem", En: "Home");
    public static readonly Text Seen = new(Fi: "Olet nähnyt nämä", Sv: "Du har sett de här", En: "You have seen these");
    public static readonly Text MoreToRead = new(Fi: "Odottaa lukemista", Sv: "Väntar på att läsas", En: "Waiting to be read");
    public static readonly Text NothingNew = new(Fi: "Ei uutta juuri nyt.", Sv: "Inget nytt just nu.", En: "Nothing new right now.");
    public static readonly Text EmptyTitle = new(Fi: "Täällä on vielä hiljaista", Sv: "Här är det ännu tyst", En: "It is quiet here yet");
    public static readonly Text EmptyLead = new(
        Fi: "Kun tiloihisi julkaistaan jotain, se näkyy tässä. Katso, mihin tiloihin voit liittyä.",
        Sv: "När något publiceras i dina arbetsytor syns det här. Se vilka arbetsytor du kan gå med i.",
        En: "When something is published in your spaces, it shows here. See which spaces you can join.");
    public static readonly Text SeeSpaces = new(Fi: "Katso työtilat", Sv: "Se arbetsytorna", En: "See the spaces");
    public static readonly Text Doors = new(Fi: "Paikat", Sv: "Platser", En: "Places");
    public static readonly Text MyClass = new(Fi: "Minun paikkani", Sv: "Mina platser", En: "My places");
    public static readonly Text MyClassSays = new(Fi: "Luokka ja ryhmät", Sv: "Klass och grupper", En: "Class and groups");
    public static readonly Text Messages = new(Fi: "Uutta sinulle", Sv: "Nytt för dig", En: "New for you");
    public static readonly Text Teachers = new(Fi: "Ihmiset", Sv: "Personer", En: "People");
    public static readonly Text TeachersSay = new(Fi: "Luokkasi ja opettajasi", Sv: "Din klass och dina lärare", En: "Your class and your teachers");
    public static readonly Text MyData = new(Fi: "Minun tietoni", Sv: "Mina uppgifter", En: "My data");
    public static readonly Text MyDataSays = new(Fi: "Mitä Tupa tietää?", Sv: "Vad vet Tupa?", En: "What does Tupa know?");

    /// <param name="hour">In Helsinki.</param>
    public static Text Greeting(int hour, string? name) => (hour, name) switch
    {
        (_, null) => Home,
        ( >= 5 and < 10, _) => new(Fi: $"Huomenta, {name}", Sv: $"God morgon, {name}", En: $"Good morning, {name}"),
        ( >= 10 and < 17, _) => new(Fi: $"Päivää, {name}", Sv: $"God dag, {name}", En: $"Good day, {name}"),
        ( >= 17 and < 23, _) => new(Fi: $"Iltaa, {name}", Sv: $"God kväll, {name}", En: $"Good evening, {name}"),
        _ => new(Fi: $"Hei, {name}", Sv: $"Hej, {name}", En: $"Hello, {name}"),
    };

    public static Text PupilGreeting(string? name) => name is null
        ? new(Fi: "Hei!", Sv: "Hej!", En: "Hi!")
        : new(Fi: $"Hei, {name}!", Sv: $"Hej, {name}!", En: $"Hi, {name}!");

    public static Text Today(string weekDayFi, string weekDaySv, string weekDayEn) => new(
        Fi: $"Tänään on {weekDayFi}.", Sv: $"I dag är det {weekDaySv}.", En: $"Today is {weekDayEn}.");

    /// <summary>What is folded: "6 muuta", or "6 muuta, joista 4 myöhässä".</summary>
    public static Text Folded(int n, int late) => late == 0
        ? new(Fi: $"{n} muuta", Sv: $"{n} till", En: $"{n} more")
        : late == n
            ? new(Fi: $"{n} myöhässä", Sv: $"{n} försenade", En: $"{n} late")
            : new(Fi: $"{n} muuta, joista {late} myöhässä", Sv: $"{n} till, varav {late} försenade", En: $"{n} more, {late} of them late");

    public static Text ToRead(int n) => Text.Count(n,
        one: new(Fi: "Yksi luettava", Sv: "En sak att läsa", En: "One thing to read"),
        other: new(Fi: "{n} luettavaa", Sv: "{n} saker att läsa", En: "{n} things to read"));

    public static Text NewPosts(int n) => Text.Count(n,
        one: new(Fi: "1 uusi julkaisu", Sv: "1 nytt inlägg", En: "1 new post"),
        other: new(Fi: "{n} uutta julkaisua", Sv: "{n} nya inlägg", En: "{n} new posts"));

    /// <summary>"Yksi luettava ja 2 uutta julkaisua."</summary>
    public static Text Lead(int toRead, int fresh) => (toRead, fresh) switch
    {
        (0, 0) => NothingNew,
        (0, _) => Sentence(NewPosts(fresh)),
        (_, 0) => Sentence(ToRead(toRead)),
        _ => new(
            Fi: $"{ToRead(toRead).Fi} ja {NewPosts(fresh).Fi}.", Sv: $"{ToRead(toRead).Sv} och {NewPosts(fresh).Sv}.", En: $"{ToRead(toRead).En} and {NewPosts(fresh).En}."),
    };

    public static Text ReadBy(DateTime deadlineUtc, DateTime nowUtc) => new(
        Fi: $"Luettava viimeistään {Said(deadlineUtc, nowUtc)}", Sv: $"Läs senast {Said(deadlineUtc, nowUtc)}", En: $"To be read by {Said(deadlineUtc, nowUtc)}");

    private static string Said(DateTime utc, DateTime nowUtc) => Say.Moment(utc, nowUtc);

    private static Text Sentence(Text words) => new($"{words.Fi}.", $"{words.Sv}.", $"{words.En}.");
}
