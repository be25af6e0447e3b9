using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>
/// What is stored is what is stated (DESIGN, law 3). The database's own catalogue is read: a column that somebody has put there by hand
/// is one that the statement does not name, whatever the house believes of it.
/// </summary>
internal sealed class AttributesClaim(TupaDb db, IStorage storage) : IClaimCheck
{
    /// <summary>The house's own book of its migrations.</summary>
    private const string Book = "kernel_migrations.";

    public string Key => "privacy.attributes";

    public Text Promise => new(
        Fi: "Henkilöistä tallennetaan vain tässä selosteessa luetellut tiedot.",
        Sv: "Om personer lagras bara de uppgifter som räknas upp i den här beskrivningen.",
        En: "Of people, only the data listed in this statement is stored.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Lueteltuja tietoja", Sv: "Uppräknade uppgifter", En: "Listed columns"),
        new(Fi: "Tallessa ilman mainintaa", Sv: "Lagrade utan att nämnas", En: "Stored and not listed"),
    ];

    public ClaimOwner Owner => ClaimOwner.DataProtection;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var listed = DataContents.Columns;
        var known = Model();
        var stored = await storage.ColumnsAsync(db, stop);
        var unlisted = stored.Count(c => DataContents.IsOfPeople(c)
            ? !listed.Contains(c)
            : !known.Contains(c) && !c.StartsWith(Book, StringComparison.Ordinal) && !c.StartsWith("sqlite_", StringComparison.Ordinal));
        return ClaimFinding.Of(unlisted == 0, listed.Count, unlisted);
    }

    /// <summary>What the house itself has a use for, whether or not it is of people.</summary>
    private HashSet<string> Model() => db.Model.GetEntityTypes()
        .Where(e => e.GetTableName() is not null)
        .SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()}"))
        .ToHashSet(StringComparer.Ordinal);
}
