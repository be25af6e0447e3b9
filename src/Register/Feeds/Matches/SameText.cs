using Tupa.Kernel;

namespace Tupa.Register;

internal static class SameText
{
    public static readonly Text Title = new(Fi: "Ehkä sama henkilö", Sv: "Kanske samma person", En: "Possibly the same person");
    public static readonly Text How = new(
        Fi: "Tietueessa on sama tunniste kuin henkilöllä, mutta siitä ei voi päätellä varmasti, onko kyse samasta ihmisestä. Tietue odottaa, kunnes kaksi ihmistä on vastannut samoin.",
        Sv: "Posten har samma identifierare som en person, men därav kan man inte säkert sluta sig till att det är samma människa. Posten väntar tills två personer har svarat lika.",
        En: "The record shares a key with a person, but that does not prove that it is the same human. The record waits until two people have answered alike.");
    public static readonly Text None = new(Fi: "Mitään ei ole ratkaistavana.", Sv: "Inget väntar på avgörande.", En: "Nothing to decide.");
    public static readonly Text InSource = new(Fi: "Lähteessä", Sv: "I källan", En: "In the source");
    public static readonly Text Here = new(Fi: "Rekisterissä", Sv: "I registret", En: "In the register");
    public static readonly Text Same = new(Fi: "Sama henkilö", Sv: "Samma person", En: "The same person");
    public static readonly Text Apart = new(Fi: "Eri henkilö", Sv: "En annan person", En: "Somebody else");
    public static readonly Text Decided = new(
        Fi: "Tämä on jo ratkaistu.", Sv: "Detta har redan avgjorts.", En: "This has been decided already.");

    /// <summary>What the first of two has said, for the second.</summary>
    public static Text Waits(SameState said, string who) => said switch
    {
        SameState.Same => new(Fi: $"{who}: sama henkilö. Odottaa toisen vahvistusta.", Sv: $"{who}: samma person. Väntar på en andra bekräftelse.", En: $"{who}: the same person. Waits for a second to confirm."),
        SameState.Apart or SameState.Open => new(Fi: $"{who}: eri henkilö. Odottaa toisen vahvistusta.", Sv: $"{who}: en annan person. Väntar på en andra bekräftelse.", En: $"{who}: somebody else. Waits for a second to confirm."),
    };
}
