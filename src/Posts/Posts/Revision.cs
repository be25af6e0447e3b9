using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>A change in a post's history.</summary>
public readonly record struct RevisionId(Guid Value) : IId<RevisionId>
{
    public static RevisionId New() => new(Guid.CreateVersion7());

    public static RevisionId From(Guid value) => new(value);

    public int CompareTo(RevisionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a post said before somebody changed it.</summary>
internal sealed class Revision
{
    public required RevisionId Id { get; init; }
    public required PostId Post { get; init; }

    /// <summary>When it was changed from this to the next.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who changed it; null once that person has been erased.</summary>
    public PersonId? By { get; set; }
    public FormerUserId? Former { get; set; }
    public required string Title { get; init; }
    public required string Body { get; set; }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("posts_revisions");
        revision.Property(r => r.Title).HasMaxLength(Post.LongestTitle).Holding(Holds.FreeText);
        revision.Property(r => r.Body).HasMaxLength(Post.LongestBody).Holding(Holds.FreeText);
        revision.HasIndex(r => new { r.Post, r.At });
        revision.HasIndex(r => r.By);
    }
}
