namespace Tupa.Kernel;

/// <summary>An answer the user can act on. Bugs are exceptions; refusals are values.</summary>
public sealed record Refusal(Text Reason)
{
    /// <summary>The fields to mend, in the order of the form; empty where it is about none.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>A form with something wrong in it; null where nothing is.</summary>
    public static Refusal? Of(IReadOnlyList<Fault> faults) => faults.Count == 0 ? null : new(faults[0].Reason) { Faults = faults };

    /// <summary>The same, said of one field.</summary>
    /// <param name="field">The id of the input.</param>
    public Refusal At(string field) => this with { Faults = [new(field, Reason)] };

    /// <summary>What is wrong with that field; null where nothing is.</summary>
    public Text? With(string field) => Faults.Where(f => f.Field == field).Select(f => (Text?)f.Reason).FirstOrDefault();

    /// <summary>The thing is not there for this person: never was, was deleted, or is not for them. Pages answer 404.</summary>
    public static readonly Refusal Absent = new(new Text(
        Fi: "Sivua ei löydy, tai se ei ole sinulle.",
        Sv: "Sidan finns inte, eller så är den inte för dig.",
        En: "You cannot see this, or it is not here."));

    /// <summary>Somebody changed the row after this form was opened; what was typed is kept in the form.</summary>
    public static readonly Refusal Clash = new(new Text(
        Fi: "Joku muu muutti tätä sillä välin. Kirjoittamasi on tallessa alla: tarkista ja tallenna uudelleen.",
        Sv: "Någon annan ändrade det här under tiden. Det du skrev finns kvar nedan: kontrollera och spara på nytt.",
        En: "Somebody else changed this meanwhile. What you wrote is kept below: check it and save again."));
}

/// <summary>What is wrong in one field of a form, and how to mend it.</summary>
/// <param name="Field">The id of the input.</param>
public sealed record Fault(string Field, Text Reason);
