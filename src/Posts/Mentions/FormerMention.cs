using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>
/// A post that named somebody who has been erased since, or has a comment that did. The mark has lost its id; what is written around
/// it in plain words only a steward can judge, so it waits on a list until one has looked.
/// </summary>
internal sealed class FormerMention
{
    public required PostId Post { get; init; }

    /// <summary>The same as the person's own texts in the space are by.</summary>
    public required FormerUserId Former { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class FormerMentionTable : IEntityTypeConfiguration<FormerMention>
{
    public void Configure(EntityTypeBuilder<FormerMention> mention)
    {
        mention.ToTable("posts_former_mentions");
        mention.HasKey(m => new { m.Post, m.Former });
    }
}
