package org.phatthana.documents;

/// The sheets of paper that forms are printed on, in points, of which 72 are an inch.
public enum Paper {
    A4(595, 842),
    A4_LANDSCAPE(842, 595),
    A3_LANDSCAPE(1191, 842);

    private final int width;
    private final int height;

    Paper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean isLandscape() {
        return width > height;
    }
}
