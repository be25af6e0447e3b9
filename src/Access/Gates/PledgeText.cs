using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Salassapitositoumus, version <see cref="GateWay.PledgeVersion"/>. Change the words in substance and raise the version.</summary>
internal static class PledgeText
{
    public static readonly Text Title = new(Fi: "Salassapitositoumus", Sv: "Sekretessförbindelse", En: "Confidentiality commitment");
    public static readonly Text Lead = new(
        Fi: "Tuvassa on työtä, josta osa on salassa pidettävää. Ennen kuin jatkat, sitoudu näihin.",
        Sv: "I Tupa finns arbete som delvis är sekretessbelagt. Förbind dig till följande innan du fortsätter.",
        En: "Some of the work in Tupa is confidential by law. Before going on, commit yourself to the following.");

    public static readonly IReadOnlyList<Text> Points =
    [
        new(
            Fi: "En ilmaise sivulliselle salassa pidettävää tietoa enkä muutakaan, mistä minulla on vaitiolovelvollisuus (julkisuuslaki 22 ja 23 §). En käytä sellaista tietoa omaksi tai toisen hyödyksi enkä toisen vahingoksi.",
            Sv: "Jag röjer inte sekretessbelagda uppgifter för utomstående och inte heller annat som jag har tystnadsplikt om (offentlighetslagen 22 och 23 §). Jag använder inte sådana uppgifter till egen eller någon annans fördel eller till någon annans skada.",
            En: "I do not disclose confidential information to outsiders, nor anything else covered by my duty of confidentiality (Act on the Openness of Government Activities, sections 22 and 23). I do not use such information for my own or another's benefit or to another's harm."),
        new(
            Fi: "Katson ja käytän tietoja vain siinä laajuudessa kuin tehtäväni vaatii.",
            Sv: "Jag läser och använder uppgifter bara i den mån min uppgift kräver det.",
            En: "I look at and use data only as far as my duty requires."),
        new(
            Fi: "Pidän salasanani ja toisen vaiheen koodit omana tietonani ja kirjaudun ulos yhteiskäyttöiseltä laitteelta.",
            Sv: "Jag håller mitt lösenord och koderna för det andra steget för mig själv och loggar ut från delade enheter.",
            En: "I keep my password and second-step codes to myself and sign out of shared devices."),
        new(
            Fi: "Jos huomaan, että tietoa on päätynyt väärälle, ilmoitan siitä heti.",
            Sv: "Om jag märker att uppgifter har hamnat hos fel person meddelar jag det genast.",
            En: "If I notice that data has reached the wrong person, I report it at once."),
        new(
            Fi: "Tiedän, että käyttöni jää lokiin ja että velvollisuus jatkuu tehtäväni päätyttyä.",
            Sv: "Jag vet att min användning loggas och att skyldigheten fortsätter när min uppgift har upphört.",
            En: "I know that my use is logged and that the duty continues after my task has ended."),
    ];

    public static readonly Text Accept = new(Fi: "Sitoudun tähän", Sv: "Jag förbinder mig till detta", En: "I commit myself to this");
    public static readonly Text Without = new(
        Fi: "Ilman sitoumusta näet vain omat tietosi ja tietosuojaselosteen.",
        Sv: "Utan förbindelsen ser du bara dina egna uppgifter och dataskyddsbeskrivningen.",
        En: "Without the commitment you see only your own data and the privacy statement.");

    public static readonly Text MyData = new(Fi: "Omat tietoni", Sv: "Mina uppgifter", En: "My data");

    public static string Given(DateTime at) => new Text(
        Fi: $"Olet antanut tämän sitoumuksen {Say.Day(at)}.", Sv: $"Du gav den här förbindelsen {Say.Day(at)}.", En: $"You gave this commitment on {Say.Day(at)}.");

    public static string Version(int version) => new Text(Fi: $"Versio {version}", Sv: $"Version {version}", En: $"Version {version}");
}
