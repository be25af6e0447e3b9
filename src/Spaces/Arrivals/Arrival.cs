using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>
/// Something new in a space. Each content room writes its row in its own transaction; home, space page and digest read this
/// one table. It holds no content.
/// </summary>
public sealed class Arrival
{
    /// <summary>The thing's own id: a post's, a page's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which room shows it: "post".</summary>
    public required string Kind { get; init; }
    public required AudienceId Audience { get; set; }
    public required SpaceId Space { get; init; }

    /// <summary>Null once the author has been erased.</summary>
    public PersonId? Author { get; set; }

    /// <summary>When it is to be seen; in the future for what is scheduled.</summary>
    public required DateTime At { get; set; }

    /// <summary>When it stops being shown; 9999 where it does not.</summary>
    public required DateTime UntilUtc { get; set; }

    /// <summary>The deadline of a must-read; null for all else.</summary>
    public DateTime? MustReadUntil { get; set; }

    /// <summary>Pinned to the top of its space.</summary>
    public bool Pinned { get; set; }
}

internal sealed class ArrivalTable : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.ToTable("spaces_arrivals");
        arrival.Property(a => a.Kind).HasMaxLength(20).Holding(Holds.Nobody);

        // Home: newest first over all that is visible. Space page and digest: of one audience or space.
        arrival.HasIndex(a => new { a.At, a.Id });
        arrival.HasIndex(a => new { a.Audience, a.At, a.Id });
        arrival.HasIndex(a => new { a.Space, a.At, a.Id });
        arrival.HasIndex(a => a.MustReadUntil);
    }
}

/// <summary>How far a person has read in a space: what came later is new.</summary>
internal sealed class ReadMark
{
    public required PersonId Person { get; init; }
    public required SpaceId Space { get; init; }
    public required DateTime SeenUntil { get; set; }
}

internal sealed class ReadMarkTable : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.ToTable("spaces_read_marks");
        mark.HasKey(m => new { m.Person, m.Space });
    }
}
