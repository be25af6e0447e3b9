using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why somebody is in a group.</summary>
[Stored]
public enum Because
{
    /// <summary>By rule, from an assignment; ends with it.</summary>
    Assignment,

    /// <summary>Granted by somebody who may, until a day.</summary>
    Grant,

    /// <summary>The group is in by itself: a class in its space.</summary>
    Inclusion,

    /// <summary>The space is open to staff.</summary>
    Open,

    /// <summary>By heading a unit: the unit's own spaces that have no steward are kept by its head.</summary>
    Head,
}

/// <summary>
/// A person in a group, from an instant until another: half-open and never null. Queries compare now with these, so an end
/// takes effect at the tick, whether or not any job runs.
/// </summary>
internal sealed class GroupMember
{
    public required PersonId Person { get; init; }
    public required GroupId Group { get; init; }

    /// <summary>The assignment or grant behind it; a person may be in a group for several reasons.</summary>
    public required Guid Cause { get; init; }
    public required Because Because { get; init; }

    /// <summary>The role this gives in a space (its number); 0 where the group is not a space's.</summary>
    public int Rank { get; set; }
    public required DateTime FromUtc { get; set; }
    public required DateTime UntilUtc { get; set; }

    /// <summary>Until when a grant was given; it ends earlier where the person's use of the house does. Null by rule, and where nothing has looked yet.</summary>
    public DateTime? GrantedUntil { get; set; }

    /// <summary>A grant that lasts no longer than the person is of the staff: a steward's.</summary>
    public bool WhileStaff { get; set; }

    /// <summary>By a deputy's assignment: a whole may take its parts without their deputies.</summary>
    public bool Deputy { get; init; }
}

internal sealed class GroupMemberTable : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> member)
    {
        member.ToTable("register_group_members");

        // What am I in? Starts every question about audience.
        member.HasKey(m => new { m.Person, m.Group, m.Cause });

        // Who is in it?
        member.HasIndex(m => new { m.Group, m.UntilUtc });

        // What does this assignment give?
        member.HasIndex(m => m.Cause);
    }
}

/// <summary>A group in a group, one level deep: 7B in its space, the unit in the project. Its members are members there with this rank. A space's own group is never a part: roles are not handed on.</summary>
internal sealed class Inclusion
{
    public required GroupId Whole { get; init; }
    public required GroupId Part { get; init; }
    public required Because Because { get; init; }

    /// <inheritdoc cref="GroupMember.Rank"/>
    public int Rank { get; set; }
    public required DateTime FromUtc { get; init; }
    public required DateTime UntilUtc { get; set; }

    /// <summary>Whether deputies are in by it too; else only while they stand in.</summary>
    public bool Deputies { get; set; } = true;
}

internal sealed class InclusionTable : IEntityTypeConfiguration<Inclusion>
{
    public void Configure(EntityTypeBuilder<Inclusion> inclusion)
    {
        inclusion.ToTable("register_inclusions");
        // A group that comes back after having been taken out is a new row: who had access on a past day stays on record.
        inclusion.HasKey(i => new { i.Whole, i.Part, i.FromUtc });

        // What is a group's member in through it? The reason stands in the key: staff are in every open space, and home passes those by.
        inclusion.HasIndex(i => new { i.Part, i.Because });
    }
}

/// <summary>
/// Who is in what, directly or through one inclusion: the view register_memberships. Its window is the narrower of the two.
/// Every question of audience in the house is asked of this.
/// </summary>
public sealed class Membership
{
    public GroupId Group { get; init; }
    public PersonId Person { get; init; }

    /// <summary>The group through which: the same as <see cref="Group"/> for a direct member.</summary>
    public GroupId Via { get; init; }
    public int Rank { get; init; }
    public Because Because { get; init; }
    public DateTime FromUtc { get; init; }
    public DateTime UntilUtc { get; init; }
}

internal sealed class MembershipView : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasNoKey();
        membership.ToView("register_memberships");
    }
}
