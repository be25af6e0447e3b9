using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>What one can say without words. A short fixed list: no counters that beg.</summary>
[Stored]
public enum ReactionKind
{
    Thanks,
    Agree,
    Idea,
    Congratulations,
}

/// <summary>A person's reaction to a post.</summary>
internal sealed class Reaction
{
    public required PostId Post { get; init; }
    public required PersonId Person { get; init; }
    public required ReactionKind Kind { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class ReactionTable : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("posts_reactions");

        // How many of a kind; is mine among them?
        reaction.HasKey(r => new { r.Post, r.Kind, r.Person });
        reaction.HasIndex(r => r.Person);
    }
}
