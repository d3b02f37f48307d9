package org.phatthana.files.reading;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Turns and scales images.
final class Pixels {

    private static final int OPAQUE = 0xFF;
    private static final int FIRST_ON_ITS_SIDE = 5;

    private Pixels() {}

    /// Whether one sees through a part of it.
    static boolean isSeenThrough(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                if (pixel >>> 24 != OPAQUE) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The image the right way up, in sRGB, no edge longer than allowed.
    ///
    /// @param orientation how its rows and columns lie, as Exif numbers it
    static BufferedImage upright(BufferedImage image, int orientation, int longestEdge, boolean isClear) {
        var width = image.getWidth();
        var height = image.getHeight();
        var scale = Math.min(1, (double) longestEdge / Math.max(width, height));
        var scaledWidth = shortened(width, scale);
        var scaledHeight = shortened(height, scale);
        var onItsSide = orientation >= FIRST_ON_ITS_SIDE;
        var upright = onItsSide ? blank(scaledHeight, scaledWidth, isClear) : blank(scaledWidth, scaledHeight, isClear);
        var how = turned(orientation, scaledWidth, scaledHeight);
        how.scale((double) scaledWidth / width, (double) scaledHeight / height);
        var graphics = upright.createGraphics();
        try {
            // Less than half the size is never asked for here, so that each old pixel counts.
            careful(graphics, scale < 1);
            graphics.drawImage(image, how, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    /// What brings rows and columns of an orientation to where they belong.
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /// A narrower copy, halved as often as it can be, so that no pixel is passed over.
    ///
    /// @param image of any size of the shape
    /// @param fullWidth with `fullHeight` the shape
    static BufferedImage scaled(BufferedImage image, int width, int fullWidth, int fullHeight) {
        var height = shortened(fullHeight, (double) width / fullWidth);
        var smaller = image;
        while (smaller.getWidth() >= 2 * width && smaller.getHeight() >= 2 * height) {
            smaller =
                    drawn(smaller, Math.max(width, smaller.getWidth() / 2), Math.max(height, smaller.getHeight() / 2));
        }
        return drawn(smaller, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        var drawn = blank(width, height, image.getColorModel().hasAlpha());
        var graphics = drawn.createGraphics();
        try {
            careful(graphics, true);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static void careful(Graphics2D graphics, boolean isScaled) {
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                isScaled
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    private static BufferedImage blank(int width, int height, boolean isClear) {
        return new BufferedImage(width, height, isClear ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static int shortened(int edge, double scale) {
        return (int) Math.max(1, Math.round(edge * scale));
    }
}
