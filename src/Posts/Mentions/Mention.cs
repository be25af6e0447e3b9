using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Somebody is named in a post, in a comment on it, or in what the post said before. Only who stands here is named at reading.</summary>
internal sealed class Mention
{
    /// <summary>The post's id, the comment's, or the revision's.</summary>
    public required Guid Source { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The post that it is in, or that the comment is on.</summary>
    public required PostId Post { get; init; }

    /// <summary>The person has been told.</summary>
    public bool Told { get; set; }
}

internal sealed class MentionTable : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention)
    {
        mention.ToTable("posts_mentions");
        mention.HasKey(m => new { m.Source, m.Person });
        mention.HasIndex(m => m.Post);
        mention.HasIndex(m => m.Person);
    }
}
