using Tupa.Kernel;

namespace Tupa.Register;

internal static class AssignmentText
{
    public static readonly Text NoPerson = new(Fi: "Henkilöä ei löydy.", Sv: "Personen hittades inte.", En: "The person was not found.");
    public static readonly Text DaysReversed = new(
        Fi: "Viimeinen päivä on ennen ensimmäistä. Tarkista päivät.",
        Sv: "Den sista dagen är före den första. Kontrollera dagarna.",
        En: "The last day is before the first. Check the days.");
    public static readonly Text NoSponsor = new(
        Fi: "Kumppanilla on oltava henkilöstöön kuuluva vastuuhenkilö, jonka oma tehtävä kestää vähintään yhtä pitkään.",
        Sv: "En partner ska ha en ansvarsperson i personalen vars egen uppgift varar minst lika länge.",
        En: "A partner needs a sponsor in the staff whose own duty lasts at least as long.");
    public static readonly Text TooLong = new(
        Fi: "Kumppanin tehtävä voi kestää enintään 12 kuukautta kerrallaan.",
        Sv: "En partners uppgift kan vara högst 12 månader åt gången.",
        En: "A partner's duty can last at most 12 months at a time.");
    public static readonly Text NobodyToStandInFor = new(
        Fi: "Sijaisella on oltava tehtävä, jota hän sijaistaa.",
        Sv: "En vikarie ska ha en uppgift som vikariatet gäller.",
        En: "A substitute needs a duty to stand in for.");
    public static readonly Text NoPlace = new(
        Fi: "Tehtävällä on oltava yksikkö, koulu tai toimielin.",
        Sv: "Uppgiften ska ha en enhet, en skola eller ett organ.",
        En: "The duty needs a unit, a school or a decision-making body.");
}
