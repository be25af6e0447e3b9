using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of the list of the register's people.</summary>
internal static class RegisteredText
{
    public static readonly Text Title = new(Fi: "Rekisteröidyt", Sv: "Registrerade", En: "Data subjects");
    public static readonly Text Lead = new(
        Fi: "Ne, joiden tiedot ovat hoitamassasi rekisterissä. Jokaisesta katselusta jää lokimerkintä.",
        Sv: "De vars uppgifter finns i det register du förvaltar. Varje visning antecknas i loggen.",
        En: "Those whose data is in the register you administer. Every view is noted in the log.");
    public static readonly Text Search = new(Fi: "Hae nimellä tai käyttäjätunnuksella", Sv: "Sök med namn eller användarnamn", En: "Search by name or user ID");
    public static readonly Text Find = new(Fi: "Hae", Sv: "Sök", En: "Search");
    public static readonly Text Population = new(Fi: "Henkilöryhmä", Sv: "Persongrupp", En: "Population");
    public static readonly Text Everyone = new(Fi: "Kaikki", Sv: "Alla", En: "Everyone");
    public static readonly Text State = new(Fi: "Tila", Sv: "Läge", En: "State");
    public static readonly Text AnyState = new(Fi: "Kaikki tilat", Sv: "Alla lägen", En: "Any state");
    public static readonly Text Ending = new(Fi: "Viimeinen tehtävä päättyy 30 päivän kuluessa", Sv: "Den sista uppgiften upphör inom 30 dagar", En: "The last duty ends within 30 days");
    public static readonly Text Alone = new(
        Fi: "Yksiköllä ei ole esihenkilöä tai kumppanilla vastuuhenkilöä", Sv: "Enheten saknar chef eller partnern ansvarsperson", En: "The unit has no head, or the partner no sponsor");
    public static readonly Text Held = new(Fi: "Säilytysvelvoite on voimassa", Sv: "En bevarandeplikt gäller", En: "A legal hold is in force");
    public static readonly Text Limit = new(Fi: "Rajaa", Sv: "Avgränsa", En: "Filter");
    public static readonly Text Clear = new(Fi: "Poista rajaukset", Sv: "Ta bort avgränsningarna", En: "Clear filters");
    public static readonly Text Results = new(Fi: "Henkilöt", Sv: "Personer", En: "People");
    public static readonly Text Name = new(Fi: "Nimi", Sv: "Namn", En: "Name");
    public static readonly Text Unit = new(Fi: "Yksikkö", Sv: "Enhet", En: "Unit");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "Last day");
    public static readonly Text EraseBy = new(Fi: "Poistetaan viimeistään", Sv: "Raderas senast", En: "Erased by");
    public static readonly Text Nobody = new(Fi: "Rajaukseen ei osu ketään", Sv: "Ingen motsvarar avgränsningen", En: "Nobody matches");
    public static readonly Text NobodyLead = new(
        Fi: "Poista jokin rajaus tai hae toisella sanalla.", Sv: "Ta bort en avgränsning eller sök med ett annat ord.", En: "Remove a filter, or search by another word.");
    public static readonly Text More = new(Fi: "Näytä seuraavat", Sv: "Visa följande", En: "Show the next");
    public static readonly Text FromStart = new(Fi: "Takaisin alkuun", Sv: "Tillbaka till början", En: "Back to the beginning");
    public static readonly Text Open = new(Fi: "ei loppua", Sv: "inget slut", En: "no end");

    public static Text Of(RegisteredState state) => state switch
    {
        RegisteredState.Here => new(Fi: "Tehtävä on voimassa", Sv: "Uppgiften pågår", En: "Here now"),
        RegisteredState.Coming => new(Fi: "Tehtävä alkaa myöhemmin", Sv: "Uppgiften börjar senare", En: "Coming"),
        RegisteredState.Ended => new(Fi: "Tehtävä on päättynyt", Sv: "Uppgiften har upphört", En: "Ended"),
        RegisteredState.ErasedSoon => new(Fi: "Poistetaan 30 päivän kuluessa", Sv: "Raderas inom 30 dagar", En: "Erased within 30 days"),
    };

    public static Text People(int total) => total > RegisteredQueries.MostCounted
        ? new(Fi: "Yli 1 000 henkilöä", Sv: "Över 1 000 personer", En: "More than 1,000 people")
        : Exactly(total);

    public static Text Exactly(int people) =>
        Text.Count(people, one: new(Fi: "1 henkilö", Sv: "1 person", En: "1 person"), other: new(Fi: "{n} henkilöä", Sv: "{n} personer", En: "{n} people"));

    /// <summary>A filter in words, as a disclosure tells it.</summary>
    public static string Of(RegisteredFilter filter)
    {
        var words = new[]
        {
            filter.Population is { } population ? SourceText.Of(population) : (Text?)null, filter.State is { } state ? Of(state) : null,
            filter.Ending ? Ending : null, filter.Alone ? Alone : null, filter.Held ? Held : null,
        };
        return words.OfType<Text>().ToList() is { Count: > 0 } said ? string.Join("; ", said.ConvertAll(w => w.ToString())) : Everyone;
    }
}
