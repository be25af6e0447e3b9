using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>What somebody is writing and nobody else sees (luonnos). It has the id that the post will have.</summary>
internal sealed class Draft
{
    public const int LongestRest = 20_000;

    public required PostId Post { get; init; }
    public required PersonId Author { get; set; }
    public required SpaceId Space { get; init; }
    public required string Title { get; set; }
    public required string Body { get; set; }

    /// <summary>The rest of the form as JSON: audience, files, times.</summary>
    public required string Rest { get; set; }
    public required DateTime SavedAt { get; set; }

    /// <summary>Somebody else goes on with it. Files that wait to be attached are their sender's alone, so they do not come along.</summary>
    public void GiveTo(PersonId successor) => (Author, Rest) = (successor, DraftForm.WithoutFiles(Rest));
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("posts_drafts");
        draft.HasKey(d => d.Post);

        // The post is not there yet.
        draft.Property(d => d.Post).WithoutForeignKey();
        draft.Property(d => d.Title).HasMaxLength(Post.LongestTitle).Holding(Holds.FreeText);
        draft.Property(d => d.Body).HasMaxLength(Tupa.Posts.Post.LongestBody).Holding(Holds.FreeText);
        draft.Property(d => d.Rest).HasMaxLength(Draft.LongestRest).Holding(Holds.FreeText);
        draft.HasIndex(d => new { d.Author, d.SavedAt });

        // The sweep.
        draft.HasIndex(d => d.SavedAt);
    }
}
