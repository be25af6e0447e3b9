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

    /// <summary>Whether the rooms above have been told that it can be seen; false while it is scheduled.</summary>
    public bool Announced { get; internal set; }

    internal Arrived Said() => new(Id, Kind, Audience, Space, Author, At, MustReadUntil);
}

internal sealed class ArrivalTable : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.ToTable("spaces_arrivals");
        arrival.Property(a => a.Kind).HasMaxLength(20).Holding(Holds.Nobody);

        // Home and the rail: the newest of each of one's audiences. There is no index by time alone: with one, a database
        // would walk everybody's arrivals to find the few of somebody with two audiences. With all that counting the unread asks for.
        arrival.HasIndex(a => new { a.Audience, a.At, a.Id, a.UntilUtc, a.Author });

        // The page of a space, and how much is new in it.
        arrival.HasIndex(a => new { a.Space, a.At, a.Id });

        // Must-reads, of which there are few; and what has yet to be told to the rooms above.
        arrival.HasIndex(a => new { a.Audience, a.MustReadUntil }).HasFilter("must_read_until is not null");
        arrival.HasIndex(a => a.At).HasFilter(arrival.Metadata.Model.IsEmbedded() ? "announced = 0" : "not announced");
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
