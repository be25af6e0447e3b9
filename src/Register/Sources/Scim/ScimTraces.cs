using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the SCIM source and the cuts of sources hold of a person, beside the register itself.</summary>
internal static class ScimTraces
{
    public static IReadOnlyList<string> Tables { get; } = ["register_scim_users", "register_scim_tokens", "register_cuts"];

    public static IQueryable<ScimUserRecord> Users(TupaDb db, PersonId person) => db.Set<ScimUserRecord>().Where(u => Records(db, person).Contains(u.Record)).OrderBy(u => u.Record);

    public static IQueryable<SourceCut> Cuts(TupaDb db, PersonId person) => db.Set<SourceCut>().Where(c => c.Person == person).OrderBy(c => c.Record);

    /// <summary>Before the records and the person. The keys of directories are nobody's.</summary>
    public static async Task<int> EraseAsync(TupaDb db, PersonId person, CancellationToken stop) =>
        await Users(db, person).ExecuteDeleteAsync(stop)
        + await db.Set<SourceCut>().Where(c => c.Person == person || Records(db, person).Contains(c.Record)).ExecuteDeleteAsync(stop);

    /// <summary>Of records that go by themselves.</summary>
    public static async Task<int> EraseAsync(TupaDb db, IReadOnlyCollection<SourceRecordId> records, CancellationToken stop) => records.Count == 0 ? 0
        : await db.Set<ScimUserRecord>().Where(u => records.Contains(u.Record)).ExecuteDeleteAsync(stop)
        + await db.Set<SourceCut>().Where(c => records.Contains(c.Record)).ExecuteDeleteAsync(stop);

    public static async Task<int> RemainingAsync(TupaDb db, PersonId person, CancellationToken stop) =>
        await Users(db, person).CountAsync(stop) + await Cuts(db, person).CountAsync(stop);

    private static IQueryable<SourceRecordId> Records(TupaDb db, PersonId person) => db.Set<SourceRecord>().Where(r => r.Person == person).Select(r => r.Id);
}
