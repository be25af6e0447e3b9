using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>That the head of a unit has been told to be the steward of a space that had none. The stewardship itself stands in the memberships.</summary>
internal sealed class Inheritance
{
    public required SpaceId Space { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>Since when the head keeps it: another time is told again.</summary>
    public required DateTime FromUtc { get; init; }
    public required DateTime ToldAt { get; init; }
}

internal sealed class InheritanceTable : IEntityTypeConfiguration<Inheritance>
{
    public void Configure(EntityTypeBuilder<Inheritance> inheritance)
    {
        inheritance.ToTable("spaces_inheritances");
        inheritance.HasKey(i => new { i.Space, i.Person, i.FromUtc });
        inheritance.HasIndex(i => i.Person);
    }
}
