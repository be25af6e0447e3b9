using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>The log keeps its rows and loses the one that says whose they are.</summary>
internal sealed class AuditPersonalData(TupaDb db) : IPersonalData
{
    public IReadOnlyList<string> Tables => ["audit_aliases", "audit_entries"];

    public Text Description => new(
        Fi: "Lokimerkinnät siitä, mitä olet tehnyt ja mitä tiedoillesi on tehty.",
        Sv: "Loggposter om vad du har gjort och vad som gjorts med dina uppgifter.",
        En: "Log entries of what you have done and what has been done to your data.");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var aliases = await OfAsync(person, stop);
        if (aliases.Count == 0) yield break;

        foreach (var alias in aliases) yield return new("audit_aliases", new Dictionary<string, string?> { ["alias"] = alias!.Value.Value.ToString() });
        var entries = db.Set<AuditEntry>().Where(e => aliases.Contains(e.By) || aliases.Contains(e.Subject)).OrderBy(e => e.At).ThenBy(e => e.Id).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(stop))
        {
            yield return new("audit_entries", new Dictionary<string, string?>
            {
                ["at"] = entry.At.ToString("O", CultureInfo.InvariantCulture),
                ["deed"] = entry.Deed,
                ["outcome"] = entry.Outcome.ToString(),
                ["by_me"] = aliases.Contains(entry.By) ? "true" : "false",
                ["way"] = entry.Way.ToString(),
                ["address"] = aliases.Contains(entry.By) ? entry.Address : null,
            });
        }
    }

    /// <summary>The addresses go first, while it is known whose they are.</summary>
    public async Task<int> EraseAsync(PersonId person, CancellationToken stop)
    {
        var aliases = await OfAsync(person, stop);
        if (aliases.Count == 0) return 0;
        await AddressErasure.EraseAsync(db.Set<AuditEntry>().Where(e => aliases.Contains(e.By) || aliases.Contains(e.Subject)), stop);
        return await db.Set<AliasRow>().Where(a => a.Person == person).ExecuteDeleteAsync(stop);
    }

    public Task<int> RemainingAsync(PersonId person, CancellationToken stop) =>
        db.Set<AliasRow>().CountAsync(a => a.Person == person, stop);

    private Task<List<AuditAlias?>> OfAsync(PersonId person, CancellationToken stop) =>
        db.Set<AliasRow>().Where(a => a.Person == person).OrderBy(a => a.Alias).Select(a => (AuditAlias?)a.Alias).ToListAsync(stop);
}
