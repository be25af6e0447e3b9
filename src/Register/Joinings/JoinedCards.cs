using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the cards of somebody who has been joined or parted say of the person itself.</summary>
internal static class JoinedCards
{
    /// <summary>Card A's name before card B's, as everywhere.</summary>
    public static async Task<byte[]> SortKeyAsync(TupaDb db, PersonId person, CancellationToken stop)
    {
        var name = await db.Set<CardA>().AsNoTracking().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName }).FirstOrDefaultAsync(stop)
            ?? await db.Set<CardB>().AsNoTracking().Where(c => c.Person == person).Select(c => new { c.GivenName, c.FamilyName }).FirstAsync(stop);
        return PersonNaming.SortKey(name.GivenName, name.FamilyName);
    }
}
