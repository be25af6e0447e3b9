using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Which of the four populations one is of, now.</summary>
public readonly record struct Populations(bool Staff, bool Elected, bool Partner, bool Pupil)
{
    /// <summary>A pupil who is nothing else: shown the pages in simple words.</summary>
    public bool OnlyPupil => Pupil && !Staff && !Elected && !Partner;

    internal static async Task<Populations> OfAsync(TupaDb db, PersonId? person, DateTime now, CancellationToken stop)
    {
        if (person is null) return default;

        GroupId[] standing = [GroupId.Staff, GroupId.Elected, GroupId.Partners, GroupId.Pupils];
        var groups = await db.Set<GroupMember>()
            .Where(m => m.Person == person && standing.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            .Select(m => m.Group).Distinct().ToListAsync(stop);
        return new(groups.Contains(GroupId.Staff), groups.Contains(GroupId.Elected), groups.Contains(GroupId.Partners), groups.Contains(GroupId.Pupils));
    }
}
