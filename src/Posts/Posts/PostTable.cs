using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("posts_posts");
        post.Property(p => p.Title).HasMaxLength(Post.LongestTitle).Holding(Holds.FreeText);
        post.Property(p => p.Body).HasMaxLength(Post.LongestBody).Holding(Holds.FreeText);
        post.Property(p => p.Lead).HasMaxLength(PostLead.Longest + 2).Holding(Holds.FreeText);
        post.Property(p => p.Version).IsConcurrencyToken();

        // The list of a space, newest first.
        post.HasIndex(p => new { p.Space, p.PublishedAt, p.Id });

        // What is due and of which nobody has been told.
        post.HasIndex(p => new { p.Announced, p.PublishedAt });

        // What is mine; erasure.
        post.HasIndex(p => p.Author);
        post.HasIndex(p => p.HiddenBy);
    }
}
