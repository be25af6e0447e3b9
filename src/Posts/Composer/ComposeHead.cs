using Microsoft.AspNetCore.Components;
using Tupa.Kernel;
using Tupa.Posts.Composer;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>The box at the head of a space in which one begins to write.</summary>
internal sealed class ComposeHead : ISpaceParts
{
    public Task<RenderFragment?> HeadAsync(OpenSpace space, Actor by, CancellationToken stop) =>
        Task.FromResult<RenderFragment?>(space.Can.Publish ? builder =>
        {
            builder.OpenComponent<ComposeBox>(0);
            builder.AddComponentParameter(1, nameof(ComposeBox.Space), space.Id);
            builder.CloseComponent();
        }
    : null);
}
