using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>
/// That a user ID was somebody's once: nobody else ever gets it. Two keyed digests and no person; the key stands in a file outside
/// the database and its backups, so nothing can be read out of it. Kept for ever.
/// </summary>
internal sealed class Tombstone
{
    /// <summary>Of the folded user ID.</summary>
    public required byte[] UserId { get; init; }

    /// <summary>Of what its source calls the holder, one row each; of the person where no source does.</summary>
    public required byte[] Holder { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class TombstoneTable : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> tombstone)
    {
        tombstone.ToTable("access_tombstones");
        tombstone.HasKey(t => new { t.UserId, t.Holder });
        tombstone.Property(t => t.UserId).HasMaxLength(32);
        tombstone.Property(t => t.Holder).HasMaxLength(32);
    }
}

/// <summary>Lays tombstones and asks them who may have a user ID again.</summary>
internal sealed class Tombstones(TupaDb db, Writing writing, SourceKeys sources, HouseKeys keys, TimeProvider clock) : IUserIdsOfOthers
{
    /// <summary>Inside a writing; laying one twice leaves one.</summary>
    /// <param name="held">The user IDs that people have let go of, folded.</param>
    public async Task LayAsync(IReadOnlyCollection<(PersonId Person, string Folded)> held, CancellationToken stop)
    {
        if (held.Count == 0) return;

        var holders = await HoldersAsync([.. held.Select(h => h.Person).Distinct()], stop);
        var laid = held.SelectMany(h => holders[h.Person].Select(holder => (UserId: UserId(h.Folded), Holder: holder)))
            .DistinctBy(t => (Convert.ToHexString(t.UserId), Convert.ToHexString(t.Holder))).ToList();
        var ids = laid.Select(t => t.UserId).ToList();
        await writing.FlushAsync(stop);
        var there = (await db.Set<Tombstone>().Where(t => ids.Contains(t.UserId)).Select(t => new { t.UserId, t.Holder }).ToListAsync(stop))
            .Select(t => (Convert.ToHexString(t.UserId), Convert.ToHexString(t.Holder))).ToHashSet();
        var now = clock.UtcNow();
        db.AddRange(laid.Where(t => !there.Contains((Convert.ToHexString(t.UserId), Convert.ToHexString(t.Holder))))
            .Select(t => new Tombstone { UserId = t.UserId, Holder = t.Holder, At = now }));
    }

    /// <summary>Those of the people whose user ID was somebody else's. Two statements, whatever their number.</summary>
    public async Task<IReadOnlySet<PersonId>> RefusedAsync(IReadOnlyCollection<(PersonId Person, string Folded)> wanted, CancellationToken stop)
    {
        var ids = wanted.Select(w => UserId(w.Folded)).ToList();
        var laid = (await db.Set<Tombstone>().Where(t => ids.Contains(t.UserId)).Select(t => new { t.UserId, t.Holder }).ToListAsync(stop))
            .ToLookup(t => Convert.ToHexString(t.UserId), t => Convert.ToHexString(t.Holder), StringComparer.Ordinal);
        if (laid.Count == 0) return new HashSet<PersonId>();

        var holders = await HoldersAsync([.. wanted.Select(w => w.Person).Distinct()], stop);
        return wanted
            .Where(w => laid[Convert.ToHexString(UserId(w.Folded))].ToList() is { Count: > 0 } theirs && !holders[w.Person].Any(h => theirs.Contains(Convert.ToHexString(h))))
            .Select(w => w.Person).ToHashSet();
    }

    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<(string Folded, string? Key)> wanted, CancellationToken stop)
    {
        var ids = wanted.Select(w => UserId(w.Folded)).ToList();
        var laid = (await db.Set<Tombstone>().Where(t => ids.Contains(t.UserId)).Select(t => new { t.UserId, t.Holder }).ToListAsync(stop))
            .ToLookup(t => Convert.ToHexString(t.UserId), t => Convert.ToHexString(t.Holder), StringComparer.Ordinal);
        return wanted.Where(w => laid[Convert.ToHexString(UserId(w.Folded))].ToList() is { Count: > 0 } theirs
            && (w.Key is null || !theirs.Contains(Convert.ToHexString(keys.Digest("tombstone-holder", w.Key))))).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<Dictionary<PersonId, List<byte[]>>> HoldersAsync(List<PersonId> people, CancellationToken stop)
    {
        var known = await sources.OfAsync(people, stop);
        return people.ToDictionary(p => p, p => known[p].Append($"person|{p}").Select(k => keys.Digest("tombstone-holder", k)).ToList());
    }

    private byte[] UserId(string folded) => keys.Digest("tombstone", folded);
}
